#include "ingest/table/quiet_errors.h"

#include <cpl_error.h>

namespace raquette::ingest {

QuietErrors::QuietErrors() {
    CPLPushErrorHandler(CPLQuietErrorHandler);
    CPLErrorReset();
}

QuietErrors::~QuietErrors() {
    CPLPopErrorHandler();
}

bool QuietErrors::any() {
    return CPLGetLastErrorType() >= CE_Failure;
}

}  // namespace raquette::ingest
