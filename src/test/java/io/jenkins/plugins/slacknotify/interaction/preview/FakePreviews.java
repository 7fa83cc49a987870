package io.jenkins.plugins.slacknotify.interaction.preview;

import io.jenkins.plugins.slacknotify.inbound.request.LinkShared;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Previews in memory. */
final class FakePreviews implements Previews {
    final Map<String, String> shown = new LinkedHashMap<>();
    final List<String> invitations = new ArrayList<>();
    boolean refuses;

    @Override
    public boolean show(LinkShared request, Map<String, String> blocks) {
        shown.putAll(blocks);
        return !refuses;
    }

    @Override
    public boolean invite(LinkShared request, String sentence, String address) {
        invitations.add(request.origin().userId() + " " + address);
        return !refuses;
    }
}
