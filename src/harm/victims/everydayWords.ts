/**
 * Words that many a sentence holds: alone and in small letters they say nobody’s name, though some people and many a shop are
 * called by one. The service’s own list.
 */
export const everydayWords: ReadonlySet<string> = new Set(
  `a about after again all also always am an and any are around as ask asked at away
  back bad bank bar be because been before being best better big bike bill bin black blue book both boy boys bread brother brown bus but by
  cafe call called can car card carry case centre chance child children church city class clean close club coffee cold college come
  comes community company contact corner could council court cousin
  dad dale daughter dawn day days dean did do does door down drew
  each early east else end england english estate evening ever every
  face fair faith family far father few field fields fine first flat food for forest found friend friends from front full
  game garage garden gate gave general get girl girls give go goes going gold good grace grand grant gray great green grey ground group
  had hall hand hands happy hard has have he head health heard help her here high hill him himself his hold home hope hospital hotel
  house how
  i if in into is it its
  job join joy just
  keep keeps key kind king kings know known
  lad lake lane last late letter library life light like little live lives local long look lord love low
  made mail main make man many mark market may me meet meeting member men met miles milton keynes more morning mother mum must my
  name near need needs neighbour never new news next nice night no nobody none north not nothing now
  of off office officer old on once one only open or other our out over own
  page park parents part past pay people person phone pick pictures place play please police post price prince public put
  queen quick
  ran ray read ready red rich right ring rise river road room rose round royal run
  safe said same saw say says school sea second see sent service services she shop shops short should side sister small so society some
  somebody something son soon sorry south speak sport sports square star station stay stays stop store stores street strong summer
  supermarket
  take taken talk teacher tell terrace than thank that the their them then there these they thing things think this those time to
  today together told too took top town trust twenty two
  unit unknown until up upset us
  very victim view visit
  walk walks wall want wants was watch water way we week well went were west what when where which while white who whole whose why
  wild will win winter wish wishes with woman women wood woods word words work worker works world worry would write wrote
  year yes yet york you young your youth`
    .split(/\s+/)
    .filter(word => word !== ''),
)
