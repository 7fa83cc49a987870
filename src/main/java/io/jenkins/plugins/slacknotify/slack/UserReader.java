package io.jenkins.plugins.slacknotify.slack;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads what a look-up of a member answered. */
final class UserReader {

    /** Slack's own bot, of which Slack says that it is none. */
    private static final String SLACKBOT = "USLACKBOT";

    private UserReader() {}

    /** A success with nothing in it where Slack has nobody to tell of. */
    static Answer<Optional<SlackUser>> read(Answer<ApiResult> answer) {
        if (answer instanceof Answer.Refused<ApiResult> refused
                && SlackError.isAboutNobody(refused.refusal().error())) {
            return new Answer.Success<>(Optional.empty());
        }
        return answer.flatMap(result -> user(result.reply().object("user")).map(Optional::of));
    }

    private static Answer<SlackUser> user(Reply user) {
        return SlackApiGateway.successOr(user.text("id"), "nobody's id")
                .map(id -> new SlackUser(
                        id,
                        name(user).orElse(id),
                        user.flag("deleted").orElse(false),
                        id.equals(SLACKBOT) || user.flag("is_bot").orElse(false)));
    }

    /** What Slack shows: the name that the member goes by, which is empty for those who have chosen none. */
    private static Optional<String> name(Reply user) {
        Reply profile = user.object("profile");
        return Stream.of(
                        profile.text("display_name"),
                        profile.text("real_name"),
                        user.text("real_name"),
                        user.text("name"))
                .flatMap(Optional::stream)
                .map(PlainText::of)
                .filter(Predicate.not(String::isEmpty))
                .findFirst();
    }
}
