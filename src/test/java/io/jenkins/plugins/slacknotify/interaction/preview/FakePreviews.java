package io.jenkins.plugins.slacknotify.interaction.preview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Previews in memory. */
final class FakePreviews implements Previews {
    final Map<String, String> shown = new LinkedHashMap<>();
    final List<String> invitations = new ArrayList<>();
    final List<String> questions = new ArrayList<>();
    boolean refuses;
    int calls;

    @Override
    public boolean show(PreviewTarget target, Map<String, String> blocks) {
        calls++;
        shown.putAll(blocks);
        return !refuses;
    }

    @Override
    public boolean invite(PreviewTarget target, String sentence, String address) {
        invitations.add(address);
        questions.add(sentence);
        return !refuses;
    }
}
