#include "gis/geometry/wkb.h"

#include "gis/model/error.h"

#include <array>
#include <bit>
#include <cstring>
#include <string>

namespace raquette::geometry {

namespace {

constexpr std::uint32_t pointType = 1;
constexpr std::uint32_t lineStringType = 2;
constexpr std::uint32_t polygonType = 3;
constexpr std::uint32_t multiLineStringType = 5;
constexpr std::uint32_t multiPolygonType = 6;

/// Walks a WKB buffer and never past its end.
class Reader {
public:
    explicit Reader(std::span<const std::byte> wkb) : rest_(wkb) {}

    struct Header {
        std::uint32_t type = 0;
        std::size_t dimensions = 2;
    };

    Header header() {
        const auto order = take<std::uint8_t>();
        if (order > 1) throw model::Error("This geometry is no WKB: its byte order mark is " + std::to_string(order) + ".");
        swap_ = (order == 1) != (std::endian::native == std::endian::little);
        std::uint32_t code = number();
        Header header;
        // ISO adds 1000 (Z), 2000 (M), 3000 (ZM); the older extension sets the two high bits.
        if ((code & 0x80000000u) != 0) ++header.dimensions;
        if ((code & 0x40000000u) != 0) ++header.dimensions;
        code &= 0x0fffffffu;
        const std::uint32_t flavour = code / 1000;
        if (flavour == 1 || flavour == 2) header.dimensions = 3;
        if (flavour == 3) header.dimensions = 4;
        header.type = code % 1000;
        return header;
    }

    std::uint32_t number() {
        const auto raw = take<std::uint32_t>();
        return swap_ ? __builtin_bswap32(raw) : raw;
    }

    /// How many items follow, refused when the rest of the buffer cannot hold them.
    std::uint32_t count(std::size_t bytesEach) {
        const std::uint32_t items = number();
        if (items > rest_.size() / bytesEach) {
            throw model::Error("This geometry is cut short: it announces " + std::to_string(items) + " parts and holds fewer.");
        }
        return items;
    }

    template <class P>
    void points(std::vector<P>& out, std::size_t dimensions) {
        const std::uint32_t items = count(dimensions * sizeof(double));
        if (items == 0) return;
        const std::size_t before = out.size();
        out.resize(before + items);
        if (!swap_ && dimensions == 2) {
            static_assert(sizeof(P) == 2 * sizeof(double));
            std::memcpy(static_cast<void*>(out.data() + before), rest_.data(), items * sizeof(P));
            rest_ = rest_.subspan(items * sizeof(P));
            return;
        }
        for (std::uint32_t i = 0; i < items; ++i) {
            const double x = coordinate();
            const double y = coordinate();
            out[before + i] = P{x, y};
            rest_ = rest_.subspan((dimensions - 2) * sizeof(double));
        }
    }

private:
    template <class T>
    T take() {
        if (rest_.size() < sizeof(T)) throw model::Error("This geometry is cut short.");
        T value;
        std::memcpy(&value, rest_.data(), sizeof(T));
        rest_ = rest_.subspan(sizeof(T));
        return value;
    }

    double coordinate() {
        const auto raw = take<std::uint64_t>();
        return std::bit_cast<double>(swap_ ? __builtin_bswap64(raw) : raw);
    }

    std::span<const std::byte> rest_;
    bool swap_ = false;
};

template <class P>
void readPolygon(Reader& reader, std::size_t dimensions, Shape<P>& shape) {
    const std::uint32_t rings = reader.count(sizeof(std::uint32_t));
    const std::size_t ringsBefore = shape.ringCount();
    for (std::uint32_t i = 0; i < rings; ++i) {
        const std::size_t pointsBefore = shape.points.size();
        reader.points(shape.points, dimensions);
        if (shape.points.size() > pointsBefore) shape.closeRing();
    }
    if (shape.ringCount() > ringsBefore) shape.closePolygon();
}

template <class P>
Shape<P> read(std::span<const std::byte> wkb) {
    Reader reader(wkb);
    Shape<P> shape;
    shape.points.reserve(wkb.size() / sizeof(P));
    const Reader::Header header = reader.header();
    if (header.type == polygonType) {
        readPolygon(reader, header.dimensions, shape);
    } else if (header.type == multiPolygonType) {
        const std::uint32_t polygons = reader.count(sizeof(std::uint32_t));
        for (std::uint32_t i = 0; i < polygons; ++i) {
            const Reader::Header part = reader.header();
            if (part.type != polygonType) throw model::Error("A territory's geometry must be made of polygons.");
            readPolygon(reader, part.dimensions, shape);
        }
    } else {
        throw model::Error("A territory's geometry must be a polygon or a multipolygon, not WKB type " + std::to_string(header.type) + ".");
    }
    return shape;
}

class Writer {
public:
    explicit Writer(std::size_t bytes) { out_.reserve(bytes); }

    void header(std::uint32_t type) {
        out_.push_back(std::byte{1});
        number(type);
    }
    void number(std::uint32_t value) { raw(std::endian::native == std::endian::little ? value : __builtin_bswap32(value)); }
    void coordinate(double value) {
        const auto bits = std::bit_cast<std::uint64_t>(value);
        raw(std::endian::native == std::endian::little ? bits : __builtin_bswap64(bits));
    }
    std::vector<std::byte> take() { return std::move(out_); }

private:
    template <class T>
    void raw(T value) {
        const std::size_t at = out_.size();
        out_.resize(at + sizeof(T));
        std::memcpy(out_.data() + at, &value, sizeof(T));
    }

    std::vector<std::byte> out_;
};

double first(LonLat p) {
    return p.lon;
}
double second(LonLat p) {
    return p.lat;
}
double first(PlanePoint p) {
    return p.x;
}
double second(PlanePoint p) {
    return p.y;
}

template <class P>
std::vector<std::byte> write(const Shape<P>& shape) {
    Writer writer(9 + shape.polygonCount() * 9 + shape.ringCount() * 4 + shape.points.size() * sizeof(P));
    writer.header(multiPolygonType);
    writer.number(static_cast<std::uint32_t>(shape.polygonCount()));
    for (std::size_t polygon = 0; polygon < shape.polygonCount(); ++polygon) {
        writer.header(polygonType);
        writer.number(static_cast<std::uint32_t>(shape.polygonEnds[polygon] - shape.firstRing(polygon)));
        for (std::size_t ring = shape.firstRing(polygon); ring < shape.polygonEnds[polygon]; ++ring) {
            const auto points = shape.ring(ring);
            writer.number(static_cast<std::uint32_t>(points.size()));
            for (const P& point : points) {
                writer.coordinate(first(point));
                writer.coordinate(second(point));
            }
        }
    }
    return writer.take();
}

}  // namespace

GeoShape geoShapeFromWkb(std::span<const std::byte> wkb) {
    return read<LonLat>(wkb);
}

PlaneShape planeShapeFromWkb(std::span<const std::byte> wkb) {
    return read<PlanePoint>(wkb);
}

/// One byte of order, four of type, then longitude and latitude.
std::optional<LonLat> lonLatFromWkb(std::span<const std::byte> wkb) {
    std::array<double, 2> at{};
    if (wkb.size() != 5 + sizeof at) return std::nullopt;
    std::memcpy(at.data(), wkb.data() + 5, sizeof at);
    return LonLat{at[0], at[1]};
}

std::vector<std::byte> toWkb(const GeoShape& shape) {
    return write(shape);
}

std::vector<std::byte> toWkb(const PlaneShape& shape) {
    return write(shape);
}

std::vector<std::byte> toWkb(LonLat point) {
    Writer writer(21);
    writer.header(pointType);
    writer.coordinate(point.lon);
    writer.coordinate(point.lat);
    return writer.take();
}

std::vector<std::byte> toWkb(std::span<const std::vector<LonLat>> lines) {
    Writer writer(9);
    writer.header(multiLineStringType);
    writer.number(static_cast<std::uint32_t>(lines.size()));
    for (const std::vector<LonLat>& line : lines) {
        writer.header(lineStringType);
        writer.number(static_cast<std::uint32_t>(line.size()));
        for (const LonLat& point : line) {
            writer.coordinate(point.lon);
            writer.coordinate(point.lat);
        }
    }
    return writer.take();
}

}  // namespace raquette::geometry
