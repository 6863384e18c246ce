#include "gis/model/actor.h"

namespace raquette::model {

void shareTexts(Actor& actor, TextPool& texts) {
    for (SharedText* text : {&actor.origin.source, &actor.type, &actor.legalForm, &actor.network, &actor.status, &actor.place.method,
                             &actor.place.commune, &actor.place.departement}) {
        texts.share(*text);
    }
    for (SharedText& function : actor.functions) texts.share(function);
    for (SharedText& label : actor.labels) texts.share(label);
}

}  // namespace raquette::model
