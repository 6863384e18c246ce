#include "viewer/background/tile_fetcher.h"

#include "viewer/background/tile_answer.h"
#include "viewer/background/tile_cache.h"
#include "viewer/background/tile_service.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>
#include <QStandardPaths>
#include <QTimer>
#include <algorithm>
#include <deque>

namespace raquette::viewer {

namespace {

const QString userAgent = QStringLiteral("Raquette/" RAQUETTE_VERSION " (desktop map of cultural networks)");
constexpr std::chrono::minutes untilAskedAgain{30};  // for a tile that was none
constexpr qsizetype mostRefused = 20000;

QNetworkRequest requestFor(const QUrl& url) {
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::UserAgentHeader, userAgent);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    // What is in the cache and still good is taken from it; what is old is asked whether it has changed.
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::PreferNetwork);
    constexpr int mostRedirects = 3;
    request.setMaximumRedirectsAllowed(mostRedirects);
    return request;
}

}  // namespace

FetchRules usualRules() {
    FetchRules rules;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    if (!folder.isEmpty()) rules.cacheFolder = folder + QStringLiteral("/background");
    return rules;
}

struct TileFetcher::State {
    FetchRules rules;
    QString address;
    QNetworkAccessManager network;
    TileCache* cache = nullptr;   // the network's
    std::deque<TileId> queue;     // to ask for
    std::deque<TileId> onTheWay;  // sent, and not known to have arrived
    std::size_t sent = 0;
    std::deque<TileId> later;               // not in the cache either: when the pause is over
    QHash<TileId, QNetworkReply*> asked;    // under way
    QHash<TileId, QDeadlineTimer> refused;  // not to be asked for again before
    QTimer pauseEnd;
    std::chrono::milliseconds nextPause{};
    int wrongOnEnd = 0;
    bool available = true;

    /// From before, however old; null when there is none.
    QImage kept(const TileId& tile) const {
        const std::unique_ptr<QIODevice> found(cache ? cache->data(urlOf(address, tile)) : nullptr);
        return found ? pictureFrom(found->readAll()) : QImage();
    }
    void setAvailable(TileFetcher& fetcher, bool now) {
        if (now != available) emit fetcher.availableChanged(available = now);
    }
};

TileFetcher::TileFetcher(const FetchRules& rules) : state_(std::make_unique<State>()) {
    State& s = *state_;
    s.rules = rules;
    s.nextPause = rules.pause;
    s.network.setParent(this);  // moves to another thread with it
    s.pauseEnd.setParent(this);
    s.pauseEnd.setSingleShot(true);
    if (!rules.cacheFolder.isEmpty()) {
        s.cache = new TileCache(rules.cacheFolder, rules.cacheBytes, &s.network);
        s.network.setCache(s.cache);
    }
    connect(&s.pauseEnd, &QTimer::timeout, this, [this] {
        State& state = *state_;
        state.queue.insert(state.queue.begin(), state.later.begin(), state.later.end());
        state.later.clear();
        next();
    });
}

TileFetcher::~TileFetcher() {
    // Replies go with the network; nothing they say now is of use.
    for (QNetworkReply* reply : state_->asked) reply->disconnect(this);
}

void TileFetcher::setAddress(const QString& address) {
    State& s = *state_;
    s.queue.clear();
    s.later.clear();
    const auto under = std::exchange(s.asked, {});
    for (QNetworkReply* reply : under) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
    s.pauseEnd.stop();
    s.nextPause = s.rules.pause;
    s.wrongOnEnd = 0;
    s.refused.clear();
    s.onTheWay.clear();
    s.address = address;
    s.setAvailable(*this, true);
}

void TileFetcher::want(const std::vector<TileId>& tiles, std::size_t received) {
    State& s = *state_;
    s.later.clear();
    s.queue.clear();
    while (!s.onTheWay.empty() && s.sent - s.onTheWay.size() < received) s.onTheWay.pop_front();
    for (const TileId& tile : tiles) {
        if (!s.asked.contains(tile) && std::ranges::find(s.onTheWay, tile) == s.onTheWay.end()) s.queue.push_back(tile);
    }
    next();
}

void TileFetcher::emptyCache() {
    if (state_->cache) state_->cache->clear();
}

void TileFetcher::next() {
    State& s = *state_;
    while (!s.address.isEmpty() && !s.queue.empty() && s.asked.size() < s.rules.atOnce) {
        const TileId tile = s.queue.front();
        s.queue.pop_front();
        const auto refused = s.refused.constFind(tile);
        if (s.asked.contains(tile) || (refused != s.refused.constEnd() && !refused->hasExpired())) continue;
        if (!s.pauseEnd.isActive())
            start(tile);
        else if (const QImage kept = s.kept(tile); !kept.isNull())
            send(tile, kept);
        else
            s.later.push_back(tile);
    }
}

void TileFetcher::start(const TileId& tile) {
    State& s = *state_;
    QNetworkReply* const reply = s.network.get(requestFor(urlOf(s.address, tile)));
    s.asked.insert(tile, reply);
    QTimer::singleShot(s.rules.patience, reply, [reply] { reply->abort(); });
    reply->setReadBufferSize(s.rules.mostBytes + 1);
    connect(reply, &QNetworkReply::readyRead, this, [this, reply] {
        if (reply->bytesAvailable() > state_->rules.mostBytes) reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, tile] { finish(reply, tile); });
}

void TileFetcher::finish(QNetworkReply* reply, const TileId& tile) {
    State& s = *state_;
    constexpr int tooManyRequests = 429;
    constexpr int notNow = 503;
    constexpr int badRequest = 400;
    constexpr int serverError = 500;
    s.asked.remove(tile);
    reply->deleteLater();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool whole = reply->error() == QNetworkReply::NoError;
    const QImage picture = whole ? pictureFrom(reply->readAll()) : QImage();
    if (!picture.isNull()) {
        succeed(tile, picture);
    } else if (status == tooManyRequests || status == notNow) {
        failGone(tile, retryAfter(reply->rawHeader("Retry-After"), QDateTime::currentDateTimeUtc()).value_or(s.rules.pause));
    } else if (whole) {
        if (s.cache) s.cache->drop(reply->url());
        s.later.push_back(tile);
        failWrong();
    } else if (status >= badRequest && status < serverError) {
        if (s.refused.size() >= mostRefused) s.refused.clear();
        s.refused.insert(tile, QDeadlineTimer(untilAskedAgain));
        failWrong();
    } else {
        failGone(tile, {});
    }
    next();
}

void TileFetcher::send(const TileId& tile, const QImage& picture) {
    ++state_->sent;
    state_->onTheWay.push_back(tile);
    emit arrived(state_->address, tile, picture);
}

void TileFetcher::succeed(const TileId& tile, const QImage& picture) {
    State& s = *state_;
    s.wrongOnEnd = 0;
    if (!s.pauseEnd.isActive()) {
        s.nextPause = s.rules.pause;
        s.setAvailable(*this, true);
    }
    send(tile, picture);
}

/// No picture in a place: others may have one.
void TileFetcher::failWrong() {
    if (++state_->wrongOnEnd >= state_->rules.wrongBeforePause) pause({});
}

/// The server is not there, or not for us.
void TileFetcher::failGone(const TileId& tile, std::chrono::milliseconds atLeast) {
    state_->queue.push_front(tile);
    pause(atLeast);
}

void TileFetcher::pause(std::chrono::milliseconds atLeast) {
    State& s = *state_;
    if (!s.pauseEnd.isActive()) {
        s.pauseEnd.start(std::min(atLeast.count() > 0 ? atLeast : s.nextPause, s.rules.longestPause));
        s.nextPause = std::min(2 * s.nextPause, s.rules.longestPause);
    } else if (s.pauseEnd.remainingTimeAsDuration() < atLeast) {
        s.pauseEnd.start(std::min(atLeast, s.rules.longestPause));
    }
    s.setAvailable(*this, false);
}

}  // namespace raquette::viewer
