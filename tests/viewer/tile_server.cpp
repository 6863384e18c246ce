#include "tests/viewer/tile_server.h"

#include <QApplication>
#include <QBuffer>
#include <QElapsedTimer>
#include <QImage>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>
#include <algorithm>

namespace raquette::test {

TileServer::TileServer() : answer([](const Request& request) { return tile(request); }) {
    connect(this, &QTcpServer::newConnection, this, &TileServer::accept);
    listen(QHostAddress::LocalHost);
}

QString TileServer::address() const {
    return QStringLiteral("http://127.0.0.1:%1/{z}/{x}/{y}.png").arg(serverPort());
}

QColor TileServer::colour(int zoom, int x, int y) {
    return {20 + (x * 67 + zoom * 11) % 200, 20 + (y * 91) % 200, 20 + (x * 31 + y * 57) % 200};
}

QByteArray TileServer::answerOf(const QByteArray& status, const QByteArray& headers, const QByteArray& body) {
    return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray TileServer::tile(const Request& request, const QByteArray& headers) {
    const QStringList parts = request.path.chopped(4).split(u'/', Qt::SkipEmptyParts);
    QImage picture(256, 256, QImage::Format_RGB32);
    picture.fill(colour(parts[0].toInt(), parts[1].toInt(), parts[2].toInt()));
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return answerOf("200 OK", "Content-Type: image/png\r\n" + headers, png);
}

void TileServer::accept() {
    while (QTcpSocket* socket = nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            received_.remove(socket);
            socket->deleteLater();
        });
    }
}

void TileServer::read(QTcpSocket* socket) {
    QByteArray& received = received_[socket];
    received += socket->readAll();
    const qsizetype end = received.indexOf("\r\n\r\n");
    if (end < 0) return;
    const QList<QByteArray> lines = received.left(end).split('\n');
    received.remove(0, end + 4);
    Request request;
    request.path = QString::fromLatin1(lines.front().split(' ').value(1));
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers[line.left(colon).toLower()] = line.mid(colon + 1).trimmed();
    }
    requests.push_back(request);
    mostAtOnce = std::max(mostAtOnce, ++underWay_);
    const QByteArray sent = answer(request);
    QTimer::singleShot(delay, socket, [this, socket, sent] {
        --underWay_;
        socket->write(sent);
    });
}

bool waitFor(const std::function<bool()>& holds, std::chrono::milliseconds most) {
    QElapsedTimer since;
    since.start();
    while (!holds()) {
        if (since.elapsed() > most.count()) return false;
        QApplication::processEvents();
        QThread::msleep(2);
    }
    return true;
}

}  // namespace raquette::test
