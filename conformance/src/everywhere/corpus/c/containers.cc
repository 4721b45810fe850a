// The C++ library's containers and algorithms.
#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <vector>

int main() {
  std::vector<unsigned> values(3000);
  unsigned seed = 9;
  for (auto &value : values) value = seed = seed * 1664525 + 1013904223;
  std::stable_sort(values.begin(), values.end(), [](unsigned a, unsigned b) { return a % 1000 < b % 1000; });
  std::map<std::string, std::set<unsigned>> ordered;
  for (auto value : values) ordered[std::to_string(value % 37)].insert(value % 101);
  for (const auto &[key, set] : ordered) std::printf("%s:%zu:%u ", key.c_str(), set.size(), *set.rbegin());
  std::make_heap(values.begin(), values.end());
  unsigned drained = 0;
  for (int i = 0; i < 500; i++) {
    std::pop_heap(values.begin(), values.end());
    drained = drained * 31 + values.back();
    values.pop_back();
  }
  std::printf("\n%u\n", drained);
  std::string word = "gristmill";
  int permutations = 0;
  do permutations++; while (std::next_permutation(word.begin() + 4, word.end()) && permutations < 400);
  std::printf("%s %d\n", word.c_str(), permutations);
}
