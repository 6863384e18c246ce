#pragma once

#include <QColor>
#include <QHash>
#include <QTcpServer>
#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace raquette::test {

/// A server of background map tiles on this machine, answering in the test's own event loop: each tile all of one colour that tells which
/// it is, unless told otherwise.
class TileServer : public QTcpServer {
public:
    struct Request {
        QString path;
        QHash<QByteArray, QByteArray> headers;  ///< names in lower case
    };

    TileServer();

    /// As settings have it.
    QString address() const;
    /// What is sent back, status line and all; empty: never an answer.
    std::function<QByteArray(const Request&)> answer;
    std::chrono::milliseconds delay{0};

    std::vector<Request> requests;
    int mostAtOnce = 0;

    static QColor colour(int zoom, int x, int y);
    static QByteArray tile(const Request& request, const QByteArray& headers = {});
    static QByteArray answerOf(const QByteArray& status, const QByteArray& headers, const QByteArray& body);

private:
    void accept();
    void read(QTcpSocket* socket);

    QHash<QTcpSocket*, QByteArray> received_;
    int underWay_ = 0;
};

/// Lets everything happen until something holds; false when it has not after so long.
bool waitFor(const std::function<bool()>& holds, std::chrono::milliseconds most = std::chrono::seconds(10));

}  // namespace raquette::test
