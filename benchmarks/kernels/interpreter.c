// A bytecode machine: one loop around one switch, as interpreters have.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { PUSH, ADD, SUB, MUL, XOR, SHR, DUP, SWAP, LOAD, STORE, JUMP_IF, LESS, HALT };

static const int32_t program[] = {
    // i = 0; s = 1; do { s = (s * 1103515245 + 12345) ^ (s >> 7) ^ i; i = i + 1 } while (i < n)
    PUSH, 0,          STORE, 0,     PUSH, 1,   STORE, 1,                                            // 0
    LOAD, 1,          PUSH, 1103515245, MUL,   PUSH, 12345, ADD,  LOAD, 1, PUSH, 7, SHR, XOR,       // 8
    LOAD, 0,          XOR,   STORE, 1,  LOAD, 0, PUSH, 1,   ADD,  DUP,  STORE, 0,                   // 22
    LOAD, 2,          LESS,  JUMP_IF, 8, HALT,
};

static uint32_t run(uint32_t n) {
  uint32_t stack[64], variable[4] = {0, 0, n, 0};
  int sp = 0, pc = 0;
  for (;;) {
    switch (program[pc++]) {
      case PUSH: stack[sp++] = (uint32_t)program[pc++]; break;
      case ADD: sp--, stack[sp - 1] += stack[sp]; break;
      case SUB: sp--, stack[sp - 1] -= stack[sp]; break;
      case MUL: sp--, stack[sp - 1] *= stack[sp]; break;
      case XOR: sp--, stack[sp - 1] ^= stack[sp]; break;
      case SHR: sp--, stack[sp - 1] >>= stack[sp] & 31; break;
      case DUP: stack[sp] = stack[sp - 1], sp++; break;
      case SWAP: { uint32_t top = stack[sp - 1]; stack[sp - 1] = stack[sp - 2], stack[sp - 2] = top; break; }
      case LOAD: stack[sp++] = variable[program[pc++]]; break;
      case STORE: variable[program[pc++]] = stack[--sp]; break;
      case LESS: sp--, stack[sp - 1] = stack[sp - 1] < stack[sp]; break;
      case JUMP_IF: pc = stack[--sp] != 0 ? program[pc] : pc + 1; break;
      case HALT: return variable[1];
    }
  }
}

int main(int argc, char **argv) {
  printf("%u\n", run(argc > 1 ? (uint32_t)atoi(argv[1]) : 2000000));
  return 0;
}
