// Simplify the whole topology at once, so that neighbours keep one common border, and print it as GeoJSON.
//
//     node assets/build/simplify.mjs WORK_FOLDER WEIGHT > countries.geojson
//
// Run by map.py. The modules stand in the work folder, which is why they are not imported by bare name.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [work, weight] = process.argv.slice(2);
const need = createRequire(resolve(work, "node_modules/"));
const { feature } = need("topojson-client");
const { presimplify, simplify, filter, filterWeight } = need("topojson-simplify");

const atlas = JSON.parse(readFileSync(resolve(work, "atlas/package/world/50m.json"), "utf8"));
const minimum = Number(weight);
const simple = simplify(presimplify(atlas), minimum);
const kept = filter(simple, filterWeight(simple, minimum));
process.stdout.write(JSON.stringify(feature(kept, kept.objects.countries)));
