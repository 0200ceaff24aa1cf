import { useEffect, useState } from 'react';
import type { Scene } from '#shared/timeline/scene.ts';
import type { Surface } from './surface.ts';

const REST_MS = 60;

/** The scales in words for whoever does not see the painted axis: brought up to date when the surface is at rest. */
export const AxisText = ({ surface }: { readonly surface: Surface }) => {
  const [scales, setScales] = useState<Scene['scales']>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = surface.onPaint((scene) => {
      clearTimeout(timer);
      timer = setTimeout(() => setScales(scene.scales), REST_MS);
    });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [surface]);
  return (
    <div className="timeline-axis" role="note">
      {scales.map((ticks, scale) => (
        // Scales have no name of their own: the coarsest comes first.
        <p key={ticks[0]?.label ?? scale} className={scale === scales.length - 1 ? 'timeline-minor' : 'timeline-major'}>
          {ticks.map(({ label }) => label).join(' ')}
        </p>
      ))}
    </div>
  );
};
