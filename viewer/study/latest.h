#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QtConcurrentRun>
#include <exception>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <type_traits>
#include <utility>

namespace raquette::viewer {

/// Work done beside the event loop, of which only the last asked for matters: what was asked meanwhile waits, and replaces what waited.
/// Work holds values only, so that it may outlive its asker, whose answers then go nowhere.
template <class T>
class Latest {
public:
    /// `deliver` is called in the event loop with each result that nothing newer replaces; `fail` with what went wrong.
    Latest(std::function<void(T)> deliver, std::function<void(const std::string&)> fail)
        : deliver_(std::move(deliver)), fail_(std::move(fail)) {
        QObject::connect(&watcher_, &QFutureWatcherBase::finished, &watcher_, [this] { finished(); });
    }

    ~Latest() { stop_.request_stop(); }
    Latest(const Latest&) = delete;
    Latest& operator=(const Latest&) = delete;
    Latest(Latest&&) = delete;
    Latest& operator=(Latest&&) = delete;

    /// Work that takes a `std::stop_token` is told when nobody waits for it any longer.
    template <class Work>
    void ask(Work work) {
        if constexpr (std::is_invocable_v<Work&, const std::stop_token&>)
            next_ = std::move(work);
        else
            next_ = [work = std::move(work)](const std::stop_token&) mutable { return work(); };
        if (!running_) start();
    }
    /// Asks what is under way to end early; what it then answers still arrives.
    void stop() { stop_.request_stop(); }
    /// Forgets what waits and what is under way, which is asked to stop.
    void drop() {
        stop_.request_stop();
        next_ = nullptr;
        dropped_ = running_;
    }
    bool isBusy() const { return next_ != nullptr || (running_ && !dropped_); }

private:
    struct Outcome {
        std::optional<T> result;
        std::string problem;
    };

    void start() {
        dropped_ = false;
        running_ = true;
        stop_ = std::stop_source();
        watcher_.setFuture(QtConcurrent::run([work = std::exchange(next_, nullptr), stop = stop_.get_token()]() mutable -> Outcome {
            try {
                return {work(stop), {}};
            } catch (const std::exception& problem) {
                return {std::nullopt, problem.what()};
            }
        }));
    }

    void finished() {
        running_ = false;
        Outcome outcome = watcher_.future().takeResult();
        const bool wanted = !std::exchange(dropped_, false);
        if (next_) {
            start();
            if (!outcome.result) return;
        }
        if (!wanted) return;
        if (outcome.result)
            deliver_(std::move(*outcome.result));
        else
            fail_(outcome.problem);
    }

    std::function<void(T)> deliver_;
    std::function<void(const std::string&)> fail_;
    std::function<T(const std::stop_token&)> next_;
    std::stop_source stop_;  ///< of what is under way
    bool running_ = false;   ///< until its answer has arrived here
    bool dropped_ = false;
    QFutureWatcher<Outcome> watcher_;
};

}  // namespace raquette::viewer
