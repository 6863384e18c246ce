#include "tests/gis/store/child.h"

#include "gis/model/error.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace raquette::store::test {

int inChild(std::size_t limit, AtTheLimit then, const std::function<void()>& write) {
    const pid_t child = fork();
    if (child == 0) {
        if (then == AtTheLimit::Refuse) std::signal(SIGXFSZ, SIG_IGN);
        const rlimit room{limit, limit};
        setrlimit(RLIMIT_FSIZE, &room);
        const rlimit noCore{0, 0};
        setrlimit(RLIMIT_CORE, &noCore);
        try {
            write();
        } catch (const model::Error&) {
            _exit(1);
        }
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace raquette::store::test
