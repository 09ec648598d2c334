import assert from "node:assert/strict";
import { test } from "node:test";

import { areas } from "../src/map/areas.ts";
import { hasCells, within } from "../src/map/closer.ts";
import { squares, statusOf } from "../src/map/control.ts";
import { byName, folded } from "../src/map/names.ts";
import { boxOf, corners, isPoint, points } from "../src/map/points.ts";
import { LARGEST, radii, radius, SMALLEST } from "../src/map/sizes.ts";
import type { Holding, Incident, IncidentFeature, Incidents } from "../src/records.ts";

function feature(more: Partial<Incident>, coordinates: [number, number] | null = [36, 35]): IncidentFeature {
  const properties: Incident = {
    id: "i1", url: "/incidents/i1", title: "A clash", type: null, family: "ground", from: null, to: null, killed_low: null,
    killed_high: null, precision: "town", place: "Ariha", admin1: "Idlib", country: "SY", grade: null, contested: false, ...more,
  };
  return { type: "Feature", geometry: coordinates === null ? null : { type: "Point", coordinates }, properties };
}

function collection(...features: IncidentFeature[]): Incidents {
  return { type: "FeatureCollection", features };
}

test("what is known to a province is never a point, not even where the data holds coordinates", () => {
  assert.equal(isPoint(feature({ precision: "province" })), false);
  assert.equal(points(collection(feature({ precision: "province" }), feature({}))).features.length, 1);
});

test("points keep their place in the data", () => {
  const drawn = points(collection(feature({ precision: "country" }, null), feature({ id: "i2" })));
  assert.equal(drawn.features[0]?.properties.index, 1);
});

test("incidents of one province are one area, with the country apart", () => {
  const idlib = { country: "SY", admin1: "Idlib", name: null };
  const whole = { country: "SY", admin1: null, name: null };
  const found = areas(collection(
    feature({ precision: "province", area: idlib, family: "crowd", killed_low: 3 }, null),
    feature({ precision: "province", area: idlib, family: "crowd", killed_low: 2 }, null),
    feature({ precision: "province", area: idlib }, null),
    feature({ precision: "country", area: whole }, null),
    feature({}),
  ));
  assert.deepEqual(found.map(({ key, low, family, name }) => ({ key, low, family, name })), [
    { key: "SY/Idlib", low: 5, family: "crowd", name: "Idlib" },
    { key: "SY/", low: 0, family: "ground", name: "Syria" },
  ]);
});

test("an incident with no place at all is still listed", () => {
  const nowhere = { country: null, admin1: null, name: null };
  assert.equal(areas(collection(feature({ precision: null, area: nowhere }, null)))[0]?.name, "Place not known");
});

test("size grows with the toll and has a least and a most", () => {
  assert.equal(radius(null), SMALLEST);
  assert.equal(radius(0), SMALLEST);
  assert.ok(radius(40) > radius(10));
  assert.equal(radius(1e6), LARGEST);
  assert.ok(radii(10, 40).outer > radii(10, 40).inner);
  assert.equal(radii(10, null).outer, radii(10, null).inner);
});

test("names of provinces are one in all their spellings", () => {
  assert.equal(folded("Dayr Az Zawr"), folded("Dayr az-Zawr"));
  assert.equal(folded("Al-Ḥasakah Governorate"), folded("Hasakah"));
  assert.notEqual(folded("North Darfur"), folded("South Darfur"));
  assert.notEqual(folded("Al"), "");
  const provinces = [{ names: ["Homs", "Hims"] }, { names: ["Hama"] }];
  assert.equal(byName(provinces, "hims"), provinces[0]);
  assert.equal(byName(provinces, "Idlib"), undefined);
});

test("boxes and corners", () => {
  assert.equal(boxOf([]), null);
  assert.deepEqual(boxOf([[1, 2], [-3, 5]]), [-3, 2, 1, 5]);
  assert.deepEqual(corners({ type: "MultiPolygon", coordinates: [[[[0, 0], [1, 0], [0, 1], [0, 0]]]] }).length, 4);
});

test("a contested place is no one's square", () => {
  const holding: Holding = { place: "Ariha", url: "/", lat: 35, lon: 36, holder: "A", side: null, status: "held", contested: true };
  assert.equal(statusOf(holding), "contested");
  assert.equal(statusOf({ ...holding, contested: false, status: "claimed" }), "claimed");
  assert.equal(squares([holding, { ...holding, lat: null }]).features.length, 1);
});

test("cells are many incidents, and coming closer asks for those in view", () => {
  const cell = feature({ precision: "cell", count: 120, bounds: [36, 35, 37, 36] });
  assert.equal(hasCells(collection(cell)), true);
  assert.equal(hasCells(collection(feature({}))), false);
  assert.deepEqual(points(collection(cell)).features.map(({ properties }) => [properties.cell, properties.many]), [[true, 120]]);
  assert.equal(within("/api/v1/incidents.geojson?place=Idlib", [-190, 10, 20.5, 95]), "/api/v1/incidents.geojson?place=Idlib&bbox=-180.000%2C10.000%2C20.500%2C90.000");
});
