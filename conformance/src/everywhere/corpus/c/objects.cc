// Virtual functions, templates, owners that clean up: calls through tables.
#include <cmath>
#include <cstdio>
#include <memory>
#include <vector>

struct Shape {
  virtual ~Shape() { destroyed++; }
  virtual double area() const = 0;
  virtual void grow(double by) = 0;
  static int destroyed;
};
int Shape::destroyed = 0;

struct Circle final : Shape {
  double radius;
  explicit Circle(double r) : radius(r) {}
  double area() const override { return 3.141592653589793 * radius * radius; }
  void grow(double by) override { radius *= by; }
};
struct Rectangle : Shape {
  double width, height;
  Rectangle(double w, double h) : width(w), height(h) {}
  double area() const override { return width * height; }
  void grow(double by) override { width *= by, height *= std::sqrt(by); }
};
struct Square final : Rectangle {
  explicit Square(double side) : Rectangle(side, side) {}
  void grow(double by) override { width *= by, height = width; }
};

template <typename Step>
void grow_all(std::vector<std::unique_ptr<Shape>> &shapes, Step step) {
  for (size_t i = 0; i < shapes.size(); i++) shapes[i]->grow(step(static_cast<double>(i)));
}

int main() {
  {
    std::vector<std::unique_ptr<Shape>> shapes;
    for (int i = 0; i < 300; i++) {
      double size = 1 + std::sin(i) / 10;
      if (i % 3 == 0) shapes.push_back(std::make_unique<Circle>(size));
      else if (i % 3 == 1) shapes.push_back(std::make_unique<Rectangle>(size, 2 * size));
      else shapes.push_back(std::make_unique<Square>(size));
    }
    for (int round = 0; round < 30; round++) {
      grow_all(shapes, [](double x) { return 1 + x / 10000; });
      grow_all(shapes, [round](double x) { return 1 / (1 + x * round / 100000); });
      shapes.erase(shapes.begin() + round);
    }
    double sum = 0;
    for (const auto &shape : shapes) sum += shape->area();
    std::printf("%.15g\n", sum);
  }
  std::printf("%d destroyed\n", Shape::destroyed);
}
