#include "tests/support/http_server.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <bit>
#include <stdexcept>
#include <thread>
#include <utility>

namespace raquette {

namespace {

void writeAll(int socket, const std::string& bytes) {
    for (std::size_t done = 0; done < bytes.size();) {
        const ssize_t sent = send(socket, bytes.data() + done, bytes.size() - done, MSG_NOSIGNAL);
        if (sent <= 0) return;
        done += static_cast<std::size_t>(sent);
    }
}

/// `GET /wfs?SERVICE=WFS HTTP/1.1` → `/wfs?SERVICE=WFS`.
std::string askedBy(const std::string& request) {
    const std::size_t begin = request.find(' ');
    const std::size_t end = request.find(' ', begin + 1);
    return begin == std::string::npos || end == std::string::npos ? std::string() : request.substr(begin + 1, end - begin - 1);
}

}  // namespace

struct HttpServer::Running {
    int socket = -1;
    int port = 0;
    std::function<std::string(const std::string&)> answer;
    std::jthread thread;

    void serve() const {
        while (true) {
            const int client = accept(socket, nullptr, nullptr);
            if (client < 0) return;  // shut down
            std::string request;
            std::array<char, 4096> buffer{};
            while (request.find("\r\n\r\n") == std::string::npos) {
                const ssize_t got = recv(client, buffer.data(), buffer.size(), 0);
                if (got <= 0) break;
                request.append(buffer.data(), static_cast<std::size_t>(got));
            }
            const std::string body = answer(askedBy(request));
            writeAll(client, std::string("HTTP/1.1 ") + (body.empty() ? "404 Not Found" : "200 OK") +
                                 "\r\nContent-Type: text/xml; charset=utf-8\r\nConnection: close\r\nContent-Length: " +
                                 std::to_string(body.size()) + "\r\n\r\n" + body);
            close(client);
        }
    }
};

HttpServer::HttpServer(std::function<std::string(const std::string&)> answer) : running_(std::make_unique<Running>()) {
    running_->answer = std::move(answer);
    running_->socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const any = std::bit_cast<sockaddr*>(&address);
    if (bind(running_->socket, any, size) != 0 || listen(running_->socket, 8) != 0 || getsockname(running_->socket, any, &size) != 0) {
        close(running_->socket);
        throw std::runtime_error("no port of this machine can be listened to");
    }
    running_->port = ntohs(address.sin_port);
    running_->thread = std::jthread([this] { running_->serve(); });
}

HttpServer::~HttpServer() {
    shutdown(running_->socket, SHUT_RDWR);
    running_->thread.join();
    close(running_->socket);
}

std::string HttpServer::host() const {
    return "127.0.0.1:" + std::to_string(running_->port);
}

}  // namespace raquette
