#include "viewer/background/background.h"

#include <utility>

namespace raquette::viewer {

namespace {

constexpr qsizetype mostAtHand = 160 << 20;  // bytes: 640 usual tiles; a large screen shows 150

}  // namespace

Background::Background(TileService service, FetchRules rules, QObject* parent)
    : QObject(parent), service_(std::move(service)), rules_(std::move(rules)), tiles_(mostAtHand) {}

Background::~Background() {
    thread_.quit();
    thread_.wait();
}

/// Nothing is done without a thread: the background was never on.
void Background::tell(const std::function<void()>& call) {
    if (fetcher_) emit told(call);
}

void Background::startThread() {
    if (fetcher_) return;
    fetcher_ = new TileFetcher(rules_);
    fetcher_->moveToThread(&thread_);
    connect(this, &Background::told, fetcher_, [](const std::function<void()>& call) { call(); }, Qt::QueuedConnection);
    connect(&thread_, &QThread::finished, fetcher_, &QObject::deleteLater);
    connect(fetcher_, &TileFetcher::arrived, this, [this](const QString& address, const TileId& tile, const QImage& picture) {
        ++received_;
        if (!on_ || address != service_.address) return;  // of the service before
        tiles_.insert(tile, new QImage(picture), picture.sizeInBytes());
        emit arrived();
    });
    connect(fetcher_, &TileFetcher::availableChanged, this, [this](bool available) {
        available_ = available;
        emit changed();
    });
    thread_.setObjectName(QStringLiteral("background map"));
    thread_.start();
}

void Background::setOn(bool on) {
    if (on == on_) return;
    on_ = on;
    if (on) startThread();
    tell([fetcher = fetcher_, address = on ? service_.address : QString()] { fetcher->setAddress(address); });
    if (on)
        ask();
    else
        tiles_.clear();
    emit changed();
}

void Background::setService(const TileService& service) {
    if (service == service_) return;
    const bool sameTiles = service.address == service_.address && service.highestZoom == service_.highestZoom;
    service_ = service;
    if (!sameTiles) tiles_.clear();
    if (on_ && !sameTiles) tell([fetcher = fetcher_, address = service_.address] { fetcher->setAddress(address); });
    emit changed();
    if (on_) ask();
}

void Background::emptyCache() {
    startThread();
    tell([fetcher = fetcher_] { fetcher->emptyCache(); });
}

void Background::want(const QObject* map, const std::vector<TileId>& tiles) {
    wanted_[map] = tiles;
    ask();
}

void Background::forget(const QObject* map) {
    wanted_.remove(map);
    ask();
}

void Background::ask() {
    if (!on_) return;
    std::vector<TileId> missing;
    for (const std::vector<TileId>& tiles : std::as_const(wanted_)) {
        for (const TileId& tile : tiles) {
            if (!tiles_.contains(tile)) missing.push_back(tile);
        }
    }
    tell([fetcher = fetcher_, missing = std::move(missing), received = received_] { fetcher->want(missing, received); });
}

QImage Background::tile(const TileId& tile) const {
    const QImage* const found = tiles_.object(tile);
    return found ? *found : QImage();
}

}  // namespace raquette::viewer
