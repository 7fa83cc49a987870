package io.jenkins.plugins.slacknotify.acceptance.inbound;

import com.google.gson.JsonElement;
import io.jenkins.plugins.slacknotify.sandbox.member.SandboxMember;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Members who are linked with accounts, and tables of what they see. */
final class LinkedMembers {
    private LinkedMembers() {}

    /** Makes a member of the workspace who is linked with the account of that name. */
    static SandboxMember link(InboundBed bed, String account) {
        var member = bed.sandbox().as(bed.workspace().user(account, account + "@example.org"));
        bed.admin().script("""
                io.jenkins.plugins.slacknotify.personal.SlackLinks.get()
                    .link(User.getById('%s', false), '%s', '%s', '%s', 'acme')
                """.formatted(
                        account, bed.workspace().teamId(), member.user().id(), account));
        return member;
    }

    /** All texts in blocks, in a line; buttons in square brackets. */
    static String read(JsonElement json) {
        if (json.isJsonArray()) {
            return StreamSupport.stream(json.getAsJsonArray().spliterator(), false)
                    .map(LinkedMembers::read)
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(" — "));
        }
        if (!json.isJsonObject()) {
            return "";
        }
        var object = json.getAsJsonObject();
        var type = object.has("type") ? object.get("type").getAsString() : "";
        if (type.equals("button")) {
            return "[" + object.getAsJsonObject("text").get("text").getAsString() + "]";
        }
        if (object.has("text") && object.get("text").isJsonPrimitive()) {
            return plain(object.get("text").getAsString());
        }
        return object.entrySet().stream()
                .filter(entry ->
                        List.of("text", "elements", "accessory", "blocks").contains(entry.getKey()))
                .map(entry -> read(entry.getValue()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Links as their labels, dates as "(time)". */
    private static String plain(String mrkdwn) {
        return mrkdwn.replaceAll("<!date[^>]*>", "(time)")
                .replaceAll("<[^>|]*\\|([^>]*)>", "$1")
                .replaceAll("(\\d+ (d|h|min|s)\\b ?)+", "(a while) ")
                .replace("\n", " ⏎ ")
                .replace("|", "¦");
    }

    /** Writes a table for the documentation, and prints it. */
    static void write(String name, boolean bySocket, List<String> table) {
        try {
            var file = Path.of("target", "acceptance", name + (bySocket ? "-socket" : "-http") + ".md");
            Files.createDirectories(file.getParent());
            Files.write(file, table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        table.forEach(System.out::println);
    }
}
