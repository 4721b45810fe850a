// The light transport: unidirectional path tracing of four samples at once, with next-event estimation.
import { LAMPS, LAMP_RECORDS } from './scene';
import { COAT, COLOUR, CX, CY, CZ, GLASS, LAMP, METAL, RADIUS, RECORD } from './primitives';
import { ordered } from './bounds';
import { GROUND, SKY, hitDistance, hitPrimitive, intersect, occlude, throughB, throughG, throughR } from './intersect';
import { evaluateGround, groundB, groundG, groundMetal, groundR, groundRoughness } from './ground';
import { SUN_B, SUN_CAP, SUN_G, SUN_R, SUN_X, SUN_Y, SUN_Z, evaluateSky, meetsSun, skyB, skyG, skyR } from './sky';
import { drawPair, u, v } from './sampling';
import {
  add, and, andNot, any, cosTurn, div, dot, gt, inverseLength, lt, luminance, madd, max, min, mix, mul, neg, or,
  pick, root, saturate, scale, sinTurn, splat, sub,
} from './lanes';

/** Radiance of the four samples of the last `trace`. */
export let radianceR: v128 = f32x4.splat(0);
export let radianceG: v128 = f32x4.splat(0);
export let radianceB: v128 = f32x4.splat(0);

const BOUNCES_MAX: u32 = 8;
const DISTANCE_MAX: f32 = 1e5;
const GLASS_INDEX: f32 = 1.5;
const PI: f32 = 3.14159265;
// What one light may add to a path that came by mirrors, or by rougher ways: a rare bright path would be a speck.
const MIRRORED_MAX: f32 = 5;
const SCATTERED_MAX: f32 = 1.5;
const HAZE: f32 = 30;
/** Below this roughness a facet is a mirror: no light sampling. */
const SMOOTH: f32 = 0.02;
/** Below this roughness a reflection of a lamp is a caustic, which is left out. */
const SHARP: f32 = 0.1;
/** The density of a direction that a mirror prescribes. */
const MIRROR: f32 = 1e20;
/** Lamps are sampled up to the distance where they fill 1/600 of the hemisphere; further off they are only met. */
const LAMP_REACH: f32 = 600;
const SUN_SOLID_ANGLE: f32 = 2 * PI * SUN_CAP;
const SUN_LUMINANCE: f32 = 0.2126 * SUN_R + 0.7152 * SUN_G + 0.0722 * SUN_B;

/** How much the sun would give there, by its height over the surface; a little more for a disc half set. */
// @ts-ignore: decorator
@inline function sunOffer(nx: v128, ny: v128, nz: v128): v128 {
  const cosine = dot(nx, ny, nz, splat(SUN_X), splat(SUN_Y), splat(SUN_Z));
  return scale(max(add(cosine, splat(0.08)), splat(0)), SUN_LUMINANCE);
}

/** The density of mirrored directions (GGX, visible facets): facet at cosine `facet` to the normal, eye at `eye`. */
// @ts-ignore: decorator
@inline function mirrorDensity(facet: v128, eye: v128, roughness: v128): v128 {
  const a2 = mul(roughness, roughness);
  const f = saturate(facet);
  const base = add(sub(splat(1), mul(f, f)), mul(mul(f, f), a2));
  const facets = div(a2, scale(mul(base, base), PI));
  return scale(div(mul(facets, facetMasking(eye, roughness)), eye), 0.25);
}

/** The share of facets that a direction at `cosine` to the normal sees unhidden (Smith, GGX). */
// @ts-ignore: decorator
@inline function facetMasking(cosine: v128, roughness: v128): v128 {
  const c2 = max(mul(cosine, cosine), splat(1e-6));
  return div(splat(2), add(splat(1), root(madd(mul(roughness, roughness), div(sub(splat(1), c2), c2), splat(1)))));
}

// @ts-ignore: decorator
@inline function recordOf(lane: i32): usize { return ordered + <usize>lane * RECORD; }

// @ts-ignore: decorator
@inline function transpose0(a: v128, b: v128, c: v128, d: v128): v128 {
  return i32x4.shuffle(i32x4.shuffle(a, b, 0, 4, 0, 4), i32x4.shuffle(c, d, 0, 4, 0, 4), 0, 1, 4, 5);
}
// @ts-ignore: decorator
@inline function transpose1(a: v128, b: v128, c: v128, d: v128): v128 {
  return i32x4.shuffle(i32x4.shuffle(a, b, 1, 5, 1, 5), i32x4.shuffle(c, d, 1, 5, 1, 5), 0, 1, 4, 5);
}
// @ts-ignore: decorator
@inline function transpose2(a: v128, b: v128, c: v128, d: v128): v128 {
  return i32x4.shuffle(i32x4.shuffle(a, b, 2, 6, 2, 6), i32x4.shuffle(c, d, 2, 6, 2, 6), 0, 1, 4, 5);
}
// @ts-ignore: decorator
@inline function transpose3(a: v128, b: v128, c: v128, d: v128): v128 {
  return i32x4.shuffle(i32x4.shuffle(a, b, 3, 7, 3, 7), i32x4.shuffle(c, d, 3, 7, 3, 7), 0, 1, 4, 5);
}

/** Follows four camera rays; `reversedIndex` and `pixelHash` name their samples. */
export function trace(
  ox: v128,
  oy: v128,
  oz: v128,
  dx: v128,
  dy: v128,
  dz: v128,
  reversedIndex: v128,
  pixelHash: u32,
): void {
  let totalR = splat(0);
  let totalG = splat(0);
  let totalB = splat(0);
  let weightR = splat(1);
  let weightG = splat(1);
  let weightB = splat(1);
  let alive = i32x4.splat(-1);
  // A path that met something rough, then something smooth, would find lights by luck only, as specks: it does not
  // look for them.
  let scattered = i32x4.splat(0);
  let looks = i32x4.splat(-1);
  // What the last vertex would have had to say about a light that the path now runs into: the density of the direction
  // it took (huge for a mirror), and what light sampling there was made of.
  let density = splat(MIRROR);
  let offers = splat(1);
  let nx = splat(0);
  let ny = splat(1);
  let nz = splat(0);

  for (let bounce: u32 = 0; ; bounce++) {
    intersect(ox, oy, oz, dx, dy, dz, pick(alive, splat(DISTANCE_MAX), splat(-1)));
    const distance = hitDistance;
    const primitive = hitPrimitive;

    const escaped = and(alive, i32x4.eq(primitive, i32x4.splat(SKY)));
    const onGround = and(alive, i32x4.eq(primitive, i32x4.splat(GROUND)));
    if (any(or(escaped, onGround))) {
      // Haze turns the far ground into the sky above it.
      const square = mul(distance, distance);
      const fourth = mul(square, square);
      const haze = pick(onGround, div(fourth, add(fourth, splat(HAZE * HAZE * HAZE * HAZE))), splat(1));
      const sees = or(escaped, onGround);
      evaluateSky(dx, dy, dz);
      totalR = pick(sees, madd(mul(weightR, skyR), haze, totalR), totalR);
      totalG = pick(sees, madd(mul(weightG, skyG), haze, totalG), totalG);
      totalB = pick(sees, madd(mul(weightB, skyB), haze, totalB), totalB);
      const clear = pick(onGround, sub(splat(1), haze), splat(1));
      weightR = mul(weightR, clear);
      weightG = mul(weightG, clear);
      weightB = mul(weightB, clear);
      const sunlit = and(and(escaped, looks), meetsSun(dx, dy, dz));
      if (any(sunlit)) {
        const rival = div(scale(sunOffer(nx, ny, nz), 1 / SUN_SOLID_ANGLE), offers);
        const share = and(scale(div(density, add(density, rival)), 1 / SUN_SOLID_ANGLE), sunlit);
        const limit = bounce == 0 ? splat(1e9) : pick(scattered, splat(SCATTERED_MAX), splat(MIRRORED_MAX));
        totalR = add(totalR, min(mul(weightR, scale(share, SUN_R)), limit));
        totalG = add(totalG, min(mul(weightG, scale(share, SUN_G)), limit));
        totalB = add(totalB, min(mul(weightB, scale(share, SUN_B)), limit));
      }
      alive = andNot(alive, escaped);
      if (!any(alive)) break;
    }

    // Gather what was hit, lane by lane, and turn records into lanes.
    const solid = i32x4.max_s(primitive, i32x4.splat(0));
    const r0 = recordOf(i32x4.extract_lane(solid, 0));
    const r1 = recordOf(i32x4.extract_lane(solid, 1));
    const r2 = recordOf(i32x4.extract_lane(solid, 2));
    const r3 = recordOf(i32x4.extract_lane(solid, 3));
    let a = v128.load(r0, COLOUR);
    let b = v128.load(r1, COLOUR);
    let c = v128.load(r2, COLOUR);
    let d = v128.load(r3, COLOUR);
    let baseR = transpose0(a, b, c, d);
    let baseG = transpose1(a, b, c, d);
    let baseB = transpose2(a, b, c, d);
    let roughness = transpose3(a, b, c, d);
    a = v128.load(r0, COLOUR + 16);
    b = v128.load(r1, COLOUR + 16);
    c = v128.load(r2, COLOUR + 16);
    d = v128.load(r3, COLOUR + 16);
    let kind = transpose0(a, b, c, d);

    const px = madd(dx, distance, ox);
    const py = madd(dy, distance, oy);
    const pz = madd(dz, distance, oz);

    a = v128.load(r0);
    b = v128.load(r1);
    c = v128.load(r2);
    d = v128.load(r3);
    const lx = sub(px, transpose0(a, b, c, d));
    const ly = sub(py, transpose1(a, b, c, d));
    const lz = sub(pz, transpose2(a, b, c, d));
    const size = transpose3(a, b, c, d);

    const lamps = and(alive, andNot(i32x4.eq(kind, i32x4.splat(LAMP)), onGround));
    if (any(lamps)) {
      // The lamp's centre as the last vertex saw it.
      const toX = sub(sub(px, lx), ox);
      const toY = sub(sub(py, ly), oy);
      const toZ = sub(sub(pz, lz), oz);
      const inverse = inverseLength(toX, toY, toZ);
      const offer = max(mul(add(dot(nx, ny, nz, toX, toY, toZ), size), inverse), splat(0));
      const near = lt(dot(toX, toY, toZ, toX, toY, toZ), scale(mul(size, size), LAMP_REACH));
      const rival = and(div(mul(offer, luminance(baseR, baseG, baseB)), offers), near);
      const share = and(div(density, add(density, rival)), and(lamps, looks));
      const limit = bounce == 0 ? splat(1e9) : pick(scattered, splat(SCATTERED_MAX), splat(MIRRORED_MAX));
      totalR = add(totalR, min(mul(weightR, mul(share, baseR)), limit));
      totalG = add(totalG, min(mul(weightG, mul(share, baseG)), limit));
      totalB = add(totalB, min(mul(weightB, mul(share, baseB)), limit));
      alive = andNot(alive, lamps);
      if (!any(alive)) break;
    }
    if (bounce == BOUNCES_MAX) break;

    a = v128.load(r0, 16);
    b = v128.load(r1, 16);
    c = v128.load(r2, 16);
    d = v128.load(r3, 16);
    const ax = transpose0(a, b, c, d);
    const ay = transpose1(a, b, c, d);
    const az = transpose2(a, b, c, d);
    const squeeze = transpose3(a, b, c, d);
    // The gradient of |S p|^2 with S = 1 + squeeze a a^T is S S p: the squeeze acts twice.
    const pull = mul(mul(dot(lx, ly, lz, ax, ay, az), squeeze), add(squeeze, splat(2)));
    nx = madd(pull, ax, lx);
    ny = madd(pull, ay, ly);
    nz = madd(pull, az, lz);
    const invN = inverseLength(nx, ny, nz);
    nx = mul(nx, invN);
    ny = mul(ny, invN);
    nz = mul(nz, invN);

    if (any(onGround)) {
      nx = andNot(nx, onGround);
      ny = pick(onGround, splat(1), ny);
      nz = andNot(nz, onGround);
      evaluateGround(px, pz);
      baseR = pick(onGround, groundR, baseR);
      baseG = pick(onGround, groundG, baseG);
      baseB = pick(onGround, groundB, baseB);
      roughness = pick(onGround, groundRoughness, roughness);
      kind = pick(onGround, pick(groundMetal, i32x4.splat(METAL), i32x4.splat(COAT)), kind);
    }
    const isGlass = i32x4.eq(kind, i32x4.splat(GLASS));
    const isMetal = i32x4.eq(kind, i32x4.splat(METAL));

    const facing = dot(dx, dy, dz, nx, ny, nz);
    const inside = gt(facing, splat(0));
    nx = pick(inside, neg(nx), nx);
    ny = pick(inside, neg(ny), ny);
    nz = pick(inside, neg(nz), nz);

    // A frame around the normal (Duff et al. 2017).
    const sign = pick(lt(nz, splat(0)), splat(-1), splat(1));
    const fa = div(splat(-1), add(sign, nz));
    const fb = mul(mul(nx, ny), fa);
    const tx = madd(mul(sign, mul(nx, nx)), fa, splat(1));
    const ty = mul(sign, fb);
    const tz = neg(mul(sign, nx));
    const bx = fb;
    const by = madd(mul(ny, ny), fa, sign);
    const bz = neg(ny);

    drawPair(reversedIndex, pixelHash, bounce * 4 + 4);
    const turn = u;
    const height = v;
    const ct = cosTurn(turn);
    const st = sinTurn(turn);

    // The visible micro-facet (GGX; sampled by spherical caps, Dupuy and Benyoub 2023).
    const wx = neg(dot(dx, dy, dz, tx, ty, tz));
    const wy = neg(dot(dx, dy, dz, bx, by, bz));
    const wz = max(f32x4.abs(facing), splat(1e-4));
    let sx = mul(wx, roughness);
    let sy = mul(wy, roughness);
    let sz = wz;
    const invS = inverseLength(sx, sy, sz);
    sx = mul(sx, invS);
    sy = mul(sy, invS);
    sz = mul(sz, invS);
    const cap = sub(mul(sub(splat(1), height), add(splat(1), sz)), sz);
    const ring = root(sub(splat(1), mul(cap, cap)));
    let hx = mul(madd(ring, ct, sx), roughness);
    let hy = mul(madd(ring, st, sy), roughness);
    let hz = max(add(cap, sz), splat(1e-6));
    const invH = inverseLength(hx, hy, hz);
    hx = mul(hx, invH);
    hy = mul(hy, invH);
    hz = mul(hz, invH);
    const gx = madd(hx, tx, madd(hy, bx, mul(hz, nx)));
    const gy = madd(hx, ty, madd(hy, by, mul(hz, ny)));
    const gz = madd(hx, tz, madd(hy, bz, mul(hz, nz)));
    const cosine = saturate(neg(dot(dx, dy, dz, gx, gy, gz)));

    // Fresnel: Schlick for coats and metals, exact for glass.
    const m = sub(splat(1), cosine);
    const m2 = mul(m, m);
    const m5 = mul(mul(m2, m2), m);
    const f0R = pick(isMetal, baseR, splat(0.04));
    const f0G = pick(isMetal, baseG, splat(0.04));
    const f0B = pick(isMetal, baseB, splat(0.04));
    let fR = mix(f0R, splat(1), m5);
    let fG = mix(f0G, splat(1), m5);
    let fB = mix(f0B, splat(1), m5);
    // The share of light that a coat lets through to what is under it, by the angle of arrival alone.
    const n1 = sub(splat(1), min(wz, splat(1)));
    const n2 = mul(n1, n1);
    const enters = mul(sub(splat(1), mul(mul(n2, n2), n1)), splat(0.96));
    const eta = pick(inside, splat(GLASS_INDEX), splat(1 / GLASS_INDEX));
    const sinSquare = mul(mul(eta, eta), sub(splat(1), mul(cosine, cosine)));
    const cosThrough = root(sub(splat(1), sinSquare));
    let chance: v128;
    {
      const parallel = div(sub(cosine, mul(eta, cosThrough)), add(madd(eta, cosThrough, cosine), splat(1e-6)));
      const crossed = div(sub(mul(eta, cosine), cosThrough), add(madd(eta, cosine, cosThrough), splat(1e-6)));
      const reflected = scale(madd(parallel, parallel, mul(crossed, crossed)), 0.5);
      const glassReflects = pick(gt(sinSquare, splat(1)), splat(1), min(reflected, splat(1)));
      const reflects = sub(splat(1), enters);
      const diffuse = mul(luminance(baseR, baseG, baseB), enters);
      const coatReflects = max(div(reflects, add(reflects, diffuse)), splat(0.1));
      chance = pick(isMetal, splat(1), pick(isGlass, glassReflects, coatReflects));
    }
    drawPair(reversedIndex, pixelHash, bounce * 4 + 5);
    const choice = u;
    let lightChoice = v;
    const mirrors = or(isMetal, lt(choice, chance));
    const refracts = andNot(isGlass, mirrors);
    const scatters = andNot(alive, or(mirrors, isGlass));
    const smooth = lt(roughness, splat(SMOOTH));

    // Light comes straight from a lamp or the sun; glass and smooth metal only ever mirror it.
    const asks = andNot(alive, or(isGlass, and(isMetal, smooth)));
    if (any(asks)) {
      // One light for each lane, with chances in proportion to what each would give if nothing stood in the way.
      let cx = splat(SUN_X);
      let cy = splat(SUN_Y);
      let cz = splat(SUN_Z);
      let lightCap = splat(SUN_CAP);
      let reach = splat(DISTANCE_MAX);
      let chosen = sunOffer(nx, ny, nz);
      let sum = chosen;
      let glowR = splat(SUN_R);
      let glowG = splat(SUN_G);
      let glowB = splat(SUN_B);
      for (let i = 0; i < LAMPS; i++) {
        const at = LAMP_RECORDS + <usize>i * RECORD;
        const radius = load<f32>(at, RADIUS);
        const qx = sub(splat(load<f32>(at, CX)), px);
        const qy = sub(splat(load<f32>(at, CY)), py);
        const qz = sub(splat(load<f32>(at, CZ)), pz);
        const squared = max(dot(qx, qy, qz, qx, qy, qz), splat(radius * radius * 1.0001));
        const near = lt(squared, splat(radius * radius * LAMP_REACH));
        if (!any(near)) continue;
        const far = root(squared);
        const inverse = div(splat(1), far);
        const sinSquared = div(splat(radius * radius), squared);
        // 1 - cos, without cancellation.
        const lampCap = div(sinSquared, add(splat(1), root(sub(splat(1), sinSquared))));
        const aimX = mul(qx, inverse);
        const aimY = mul(qy, inverse);
        const aimZ = mul(qz, inverse);
        const lampCosine = max(add(dot(nx, ny, nz, aimX, aimY, aimZ), scale(inverse, radius)), splat(0));
        const r = load<f32>(at, COLOUR);
        const g = load<f32>(at, COLOUR + 4);
        const blue = load<f32>(at, COLOUR + 8);
        const solidAngle = scale(lampCap, 2 * PI);
        const gives = and(scale(mul(lampCosine, solidAngle), 0.2126 * r + 0.7152 * g + 0.0722 * blue), near);
        sum = add(sum, gives);
        const share = div(gives, add(sum, splat(1e-12)));
        const taken = lt(lightChoice, share);
        // What is left of the random number serves the next choice.
        lightChoice = pick(
          taken,
          div(lightChoice, max(share, splat(1e-6))),
          div(sub(lightChoice, share), max(sub(splat(1), share), splat(1e-6))),
        );
        cx = pick(taken, aimX, cx);
        cy = pick(taken, aimY, cy);
        cz = pick(taken, aimZ, cz);
        lightCap = pick(taken, lampCap, lightCap);
        reach = pick(taken, scale(sub(far, splat(radius)), 0.999), reach);
        chosen = pick(taken, gives, chosen);
        glowR = pick(taken, scale(solidAngle, r), glowR);
        glowG = pick(taken, scale(solidAngle, g), glowG);
        glowB = pick(taken, scale(solidAngle, blue), glowB);
      }
      const scaleUp = div(sum, max(chosen, splat(1e-6)));

      // A direction within the light's cap.
      drawPair(reversedIndex, pixelHash, bounce * 4 + 6);
      const dip = mul(u, lightCap);
      const capCos = sub(splat(1), dip);
      const capSin = root(mul(dip, sub(splat(2), dip)));
      const cSign = pick(lt(cz, splat(0)), splat(-1), splat(1));
      const ca = div(splat(-1), add(cSign, cz));
      const cb = mul(mul(cx, cy), ca);
      const e1 = mul(capSin, cosTurn(v));
      const e2 = mul(capSin, sinTurn(v));
      const toX = madd(cx, capCos, madd(e1, madd(mul(cSign, mul(cx, cx)), ca, splat(1)), mul(e2, cb)));
      const toY = madd(cy, capCos, madd(e1, mul(cSign, cb), mul(e2, madd(mul(cy, cy), ca, cSign))));
      const toZ = sub(mul(cz, capCos), madd(e1, mul(cSign, cx), mul(e2, cy)));
      const lit = max(dot(nx, ny, nz, toX, toY, toZ), splat(0));
      const asked = and(asks, gt(mul(lit, sum), splat(0)));
      if (any(asked)) {
        occlude(px, py, pz, toX, toY, toZ, pick(asked, reach, splat(-1)));
        // What the surface does with it: the mirroring facets, and what is under the coat.
        let mx = sub(toX, dx);
        let my = sub(toY, dy);
        let mz = sub(toZ, dz);
        const invM = inverseLength(mx, my, mz);
        mx = mul(mx, invM);
        my = mul(my, invM);
        mz = mul(mz, invM);
        const mirrored = andNot(mirrorDensity(dot(mx, my, mz, nx, ny, nz), wz, roughness), smooth);
        const k = sub(splat(1), saturate(dot(mx, my, mz, toX, toY, toZ)));
        const k2 = mul(k, k);
        const k5 = mul(mul(k2, k2), k);
        const facets = mul(mirrored, facetMasking(lit, roughness));
        const under = andNot(scale(mul(lit, enters), 1 / PI), isMetal);
        const ours = madd(sub(splat(1), chance), scale(lit, 1 / PI), mul(chance, mirrored));
        const theirs = div(chosen, mul(sum, scale(lightCap, 2 * PI)));
        const share = and(mul(scaleUp, div(theirs, add(theirs, ours))), asked);
        const limit = bounce == 0 ? splat(1e9) : pick(scattered, splat(SCATTERED_MAX), splat(MIRRORED_MAX));
        const viaR = madd(facets, mix(f0R, splat(1), k5), mul(under, baseR));
        const viaG = madd(facets, mix(f0G, splat(1), k5), mul(under, baseG));
        const viaB = madd(facets, mix(f0B, splat(1), k5), mul(under, baseB));
        totalR = add(totalR, min(mul(mul(weightR, mul(share, glowR)), mul(viaR, throughR)), limit));
        totalG = add(totalG, min(mul(mul(weightG, mul(share, glowG)), mul(viaG, throughG)), limit));
        totalB = add(totalB, min(mul(mul(weightB, mul(share, glowB)), mul(viaB, throughB)), limit));
      }
      offers = max(sum, splat(1e-6));
    }
    const chanceUnder = max(sub(splat(1), chance), splat(1e-4));
    if (any(scatters)) {
      const albedo = div(enters, chanceUnder);
      weightR = pick(scatters, mul(weightR, mul(albedo, baseR)), weightR);
      weightG = pick(scatters, mul(weightG, mul(albedo, baseG)), weightG);
      weightB = pick(scatters, mul(weightB, mul(albedo, baseB)), weightB);
    }

    // Where the path goes on: mirrored, refracted, or anywhere (cosine-weighted).
    const twice = scale(cosine, 2);
    const bend = sub(mul(eta, cosine), cosThrough);
    const out = root(height);
    const upward = root(sub(splat(1), height));
    const rx = pick(refracts, madd(bend, gx, mul(eta, dx)), madd(twice, gx, dx));
    const ry = pick(refracts, madd(bend, gy, mul(eta, dy)), madd(twice, gy, dy));
    const rz = pick(refracts, madd(bend, gz, mul(eta, dz)), madd(twice, gz, dz));
    const ex = mul(out, ct);
    const ey = mul(out, st);
    const qx = pick(scatters, madd(ex, tx, madd(ey, bx, mul(upward, nx))), rx);
    const qy = pick(scatters, madd(ex, ty, madd(ey, by, mul(upward, ny))), ry);
    const qz = pick(scatters, madd(ex, tz, madd(ey, bz, mul(upward, nz))), rz);
    const invQ = inverseLength(qx, qy, qz);
    const arrived = mul(dot(dx, dy, dz, qx, qy, qz), invQ);
    dx = mul(qx, invQ);
    dy = mul(qy, invQ);
    dz = mul(qz, invQ);
    ox = px;
    oy = py;
    oz = pz;

    // The mirror's weight: Fresnel over its chance, times the masking that facet sampling leaves (Smith).
    const leaving = dot(dx, dy, dz, nx, ny, nz);
    const masking = facetMasking(leaving, roughness);
    const gain = div(masking, chance);
    const shines = andNot(mirrors, isGlass);
    weightR = pick(shines, mul(weightR, mul(fR, gain)), weightR);
    weightG = pick(shines, mul(weightG, mul(fG, gain)), weightG);
    weightB = pick(shines, mul(weightB, mul(fB, gain)), weightB);
    weightR = pick(refracts, mul(weightR, baseR), weightR);
    weightG = pick(refracts, mul(weightG, baseG), weightG);
    weightB = pick(refracts, mul(weightB, baseB), weightB);
    // The density of the direction taken, by either lobe.
    const half = root(madd(neg(arrived), splat(2), splat(2)));
    const facet = div(add(leaving, wz), max(half, splat(1e-6)));
    const both = madd(
      chanceUnder,
      scale(max(leaving, splat(0)), 1 / PI),
      andNot(mul(chance, mirrorDensity(facet, wz, roughness)), smooth),
    );
    density = pick(or(isGlass, and(mirrors, smooth)), splat(MIRROR), both);
    const sharp = or(isGlass, and(mirrors, lt(roughness, splat(SHARP))));
    looks = andNot(looks, and(sharp, scattered));
    looks = or(looks, andNot(i32x4.splat(-1), sharp));
    scattered = or(scattered, andNot(i32x4.splat(-1), or(isGlass, and(mirrors, smooth))));
    // A mirrored ray that would go under its own surface ends.
    alive = andNot(alive, and(shines, lt(leaving, splat(1e-4))));

    // Russian roulette, with what is left of the first choice.
    const strongest = max(max(weightR, weightG), weightB);
    if (bounce >= 1) {
      const left = pick(
        mirrors,
        div(choice, max(chance, splat(1e-6))),
        div(sub(choice, chance), max(sub(splat(1), chance), splat(1e-6))),
      );
      const survives = min(max(scale(strongest, 1.5), splat(0.05)), splat(1));
      alive = and(alive, lt(left, survives));
      weightR = div(weightR, survives);
      weightG = div(weightG, survives);
      weightB = div(weightB, survives);
    }
    alive = and(alive, gt(strongest, splat(0.002)));
    if (!any(alive)) break;
  }
  radianceR = totalR;
  radianceG = totalG;
  radianceB = totalB;
}
