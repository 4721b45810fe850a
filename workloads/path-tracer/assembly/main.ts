// Renders one tile of the picture: raw RGBA bytes, row by row, on stdout.
// Arguments: width height x y tileWidth tileHeight samples seed
import { readArguments, refuse, writeStdout } from './wasi';
import { buildScene } from './scene';
import { buildHierarchy } from './bounds';
import { prepareCamera, renderPixel } from './camera';

const values = readArguments(8);
const width = values[0];
const height = values[1];
const left = values[2];
const top = values[3];
const tileWidth = values[4];
const tileHeight = values[5];
const samples = values[6];
const seed = values[7];

if (width == 0 || height == 0 || width > 32768 || height > 32768) refuse('width and height are 1 to 32768');
if (tileWidth == 0 || tileHeight == 0) refuse('a tile has at least one pixel');
if (<u64>left + tileWidth > width || <u64>top + tileHeight > height) refuse('the tile does not lie within the picture');
if (samples == 0 || samples > 4096) refuse('samples are 1 to 4096');

buildScene();
buildHierarchy();
prepareCamera(width, height);
const bytes = <usize>tileWidth * tileHeight * 4;
const pixels = heap.alloc(bytes);
for (let y: u32 = 0; y < tileHeight; y++) {
  for (let x: u32 = 0; x < tileWidth; x++) {
    store<u32>(pixels + (<usize>y * tileWidth + x) * 4, renderPixel(left + x, top + y, samples, seed));
  }
}
writeStdout(pixels, bytes);
