#pragma once

#include <functional>
#include <memory>
#include <string>

namespace raquette {

/// A web server of a test's own on this machine: answers every GET by its path and query, as XML, until it is gone.
class HttpServer {
public:
    /// `answer` is called with `/wfs?SERVICE=WFS&…`, in the server's own thread; an empty answer is `404 Not Found`.
    explicit HttpServer(std::function<std::string(const std::string&)> answer);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;
    HttpServer(HttpServer&&) = delete;
    HttpServer& operator=(HttpServer&&) = delete;

    /// `127.0.0.1:40123`.
    std::string host() const;

private:
    struct Running;
    std::unique_ptr<Running> running_;
};

}  // namespace raquette
