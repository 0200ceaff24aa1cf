/** The places of the sample: real coordinates, invented capacities. */
import type { ContentOf } from '../plan/records.ts';

type Type = ContentOf<'location'>['type'];

export interface SampleLocation {
  readonly key: string;
  readonly name: string;
  readonly type: Type;
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
  /** People and tonnes a day; beds. 0 is not stated. */
  readonly capacity: readonly [number, number, number];
}

const parse = (line: string): SampleLocation => {
  const [key = '', name = '', type = 'other', country = '', place = '', capacity = ''] = line.split('|');
  const [latitude = 0, longitude = 0] = place.split(',').map(Number);
  const [pax = 0, tonnes = 0, beds = 0] = capacity.split(',').map(Number);
  return { key, name, type: type as Type, country, latitude, longitude, capacity: [pax, tonnes, beds] };
};

/** key|name|type|country|latitude,longitude|people a day,tonnes a day,beds */
export const SAMPLE_LOCATIONS: readonly SampleLocation[] = `
ENBR|Bergen Flesland|airport|NOR|60.2934,5.2181|1800,400,0
ENZV|Stavanger Sola|airport|NOR|58.8767,5.6378|400,350,0
ENOL|Ørland|airport|NOR|63.6989,9.6040|700,300,0
ENVA|Trondheim Værnes|airport|NOR|63.4578,10.9240|1500,320,0
ENGM|Oslo Gardermoen|airport|NOR|60.1939,11.1004|3000,600,0
NOBGO|Bergen Dokken|seaport|NOR|60.3870,5.3110|1200,6000,0
NOHAA|Haakonsvern|seaport|NOR|60.3390,5.2310|900,2500,600
NOSVG|Stavanger Risavika|seaport|NOR|58.9260,5.5820|900,5000,0
NOTRD|Trondheim Orkanger|seaport|NOR|63.3110,9.8450|600,4500,0
NOKRS|Kristiansand|seaport|NOR|58.1420,7.9950|800,500,0
NOMAN|Mongstad|seaport|NOR|60.8100,5.0330|300,3000,0
NOFLO|Florø|seaport|NOR|61.5990,5.0320|250,900,0
NOAES|Ålesund|seaport|NOR|62.4720,6.1520|400,1200,0
BERGST|Bergen freight terminal|railhead|NOR|60.3820,5.3370|300,1800,0
TRDST|Trondheim Heggstadmoen|railhead|NOR|63.3390,10.3470|200,1500,0
SVINE|Svinesund|border-crossing|NOR|59.0960,11.2690|2500,3500,0
STORL|Storlien|border-crossing|NOR|63.3070,12.0770|800,1200,0
ULVEN|Ulven camp|barracks|NOR|60.1850,5.4260|0,0,850
MADLA|Madla camp|barracks|NOR|58.9570,5.6650|0,0,700
VAERN|Værnes garrison|barracks|NOR|63.4640,10.9500|0,0,900
BOMOE|Bømoen camp|staging-area|NOR|60.6410,6.4970|600,900,1200
OSTGA|Østgård staging|staging-area|NOR|60.4420,5.6500|500,800,400
RISAV|Risavika marshalling|staging-area|NOR|58.9290,5.5900|500,1500,0
FROYA|Frøya training area|training-area|NOR|63.7060,8.8010|0,0,0
FEDJE|Fedje sea area|training-area|NOR|60.7790,4.7180|0,0,0
KORSF|Korsfjorden|training-area|NOR|60.1700,5.0800|0,0,0
HJELT|Hjeltefjorden|training-area|NOR|60.5200,4.9500|0,0,0
BOKNA|Boknafjorden|training-area|NOR|59.1800,5.6000|0,0,0
STADH|Stadhavet|training-area|NOR|62.2000,5.0000|0,0,0
MJOLF|Mjølfjell range|training-area|NOR|60.6900,6.9000|0,0,220
TERMA|Oil terminal training site|training-area|NOR|60.6100,4.8600|0,0,0
FERRY|Ferry quay Halhjem|training-area|NOR|60.1420,5.4250|0,0,0
JHQNO|Exercise control Bergen|headquarters|NOR|60.3930,5.3240|0,0,300
MCCHQ|Maritime component headquarters|headquarters|NOR|60.3400,5.2330|0,0,180
LCCHQ|Land component headquarters|headquarters|NOR|60.1860,5.4270|0,0,120
ACCHQ|Air component headquarters|headquarters|NOR|63.7000,9.6100|0,0,90
POLHQ|Police operations centre|headquarters|NOR|60.3890,5.3300|0,0,60
HAUKE|Haukeland hospital|hospital|NOR|60.3740,5.3600|0,0,120
FHOSP|Field hospital Ulven|hospital|NOR|60.1840,5.4290|0,0,60
FUELD|Fuel depot Mongstad|depot|NOR|60.8080,5.0400|0,1500,0
SUPPD|Supply depot Ågotnes|depot|NOR|60.4090,5.0010|0,2200,0
TOWNH|Bergen town hall|civil|NOR|60.3920,5.3290|0,0,0
SHELT|Relief shelter Fyllingsdalen|civil|NOR|60.3480,5.2900|0,0,350
ESGG|Göteborg Landvetter|airport|SWE|57.6628,12.2798|1500,500,0
SEGOT|Göteborg Skandia|seaport|SWE|57.6900,11.8600|1500,9000,0
SEKRN|Karlskrona|seaport|SWE|56.1600,15.5900|500,2000,900
EFTU|Turku|airport|FIN|60.5141,22.2628|700,200,0
FITKU|Pansio harbour|seaport|FIN|60.4500,22.1700|600,2500,400
EKYT|Aalborg|airport|DNK|57.0928,9.8492|900,300,0
DKFDH|Frederikshavn|seaport|DNK|57.4350,10.5450|700,4000,0
EETN|Tallinn|airport|EST|59.4133,24.8328|900,250,0
EEPLA|Paldiski|seaport|EST|59.3360,24.0740|400,3500,0
EPKS|Poznań Krzesiny|airport|POL|52.3317,16.9664|600,300,0
PLGDY|Gdynia|seaport|POL|54.5330,18.5500|900,6000,700
ETNW|Wunstorf|airport|DEU|52.4573,9.4270|800,700,0
DEKEL|Kiel|seaport|DEU|54.3300,10.1500|900,5500,800
DEWVN|Wilhelmshaven|seaport|DEU|53.5160,8.1500|900,7000,1200
EHEH|Eindhoven|airport|NLD|51.4501,5.3743|1200,800,0
NLDHR|Den Helder|seaport|NLD|52.9600,4.7800|800,4500,900
LFRB|Brest Bretagne|airport|FRA|48.4479,-4.4185|700,250,0
FRBES|Brest|seaport|FRA|48.3800,-4.4900|900,6000,1500
EGVN|Brize Norton|airport|GBR|51.7500,-1.5836|1500,900,0
GBPME|Portsmouth|seaport|GBR|50.8100,-1.1000|1500,8000,1500
`
  .trim()
  .split('\n')
  .map(parse);
