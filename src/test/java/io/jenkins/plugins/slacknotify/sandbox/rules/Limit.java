package io.jenkins.plugins.slacknotify.sandbox.rules;

import static io.jenkins.plugins.slacknotify.sandbox.rules.Provenance.DOCUMENTED;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Provenance.INFERRED;

/** Slack's size limits: characters for texts, elements for lists, bytes for metadata. */
public enum Limit {
    BLOCKS(50, DOCUMENTED),
    /** Refusals were reported from about 11,300 characters on; the sandbox is stricter to leave a margin. */
    ALL_BLOCK_TEXT(10_000, INFERRED),
    ID(255, DOCUMENTED),
    SECTION_TEXT(3000, DOCUMENTED),
    SECTION_FIELDS(10, DOCUMENTED),
    SECTION_FIELD(2000, DOCUMENTED),
    HEADER(150, DOCUMENTED),
    CONTEXT_ELEMENTS(10, DOCUMENTED),
    CONTEXT_TEXT(3000, INFERRED),
    ACTIONS(25, DOCUMENTED),
    BUTTON_TEXT(75, DOCUMENTED),
    BUTTON_VALUE(2000, DOCUMENTED),
    URL(3000, DOCUMENTED),
    ALT_TEXT(2000, DOCUMENTED),
    IMAGE_TITLE(2000, DOCUMENTED),
    OVERFLOW_OPTIONS(5, DOCUMENTED),
    SELECT_OPTIONS(100, DOCUMENTED),
    OPTION_TEXT(75, DOCUMENTED),
    OPTION_VALUE(150, DOCUMENTED),
    PLACEHOLDER(150, DOCUMENTED),
    /** In a modal and in a home tab. */
    VIEW_BLOCKS(100, DOCUMENTED),
    VIEW_TITLE(24, DOCUMENTED),
    PRIVATE_METADATA(3000, DOCUMENTED),
    INPUT_LABEL(2000, DOCUMENTED),
    INPUT_TEXT(3000, DOCUMENTED),
    CHOICES(10, DOCUMENTED),
    MARKDOWN(12_000, DOCUMENTED),
    ATTACHMENTS(100, DOCUMENTED),
    ATTACHMENTS_RECOMMENDED(20, DOCUMENTED),
    /** Slack cuts longer texts off without an error. */
    TEXT_TRUNCATION(40_000, DOCUMENTED),
    /** Slack splits longer texts into several messages. */
    TEXT_SPLIT(4040, INFERRED),
    UPDATE_TEXT(4000, DOCUMENTED),
    METADATA(8_000, INFERRED);

    private final int value;
    private final Provenance provenance;

    Limit(int value, Provenance provenance) {
        this.value = value;
        this.provenance = provenance;
    }

    public int value() {
        return value;
    }

    public Provenance provenance() {
        return provenance;
    }
}
