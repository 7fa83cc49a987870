package io.jenkins.plugins.slacknotify.slack;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** A handler that catches all that is logged while it is open, at every level. */
public final class LogCapture extends Handler implements AutoCloseable {

    private final Logger root = Logger.getLogger("");
    private final Level levelBefore = root.getLevel();
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    private LogCapture() {
        setLevel(Level.ALL);
        root.setLevel(Level.ALL);
        root.addHandler(this);
    }

    public static LogCapture ofEverything() {
        return new LogCapture();
    }

    /** As a log file would have it, stack traces included. */
    public String text() {
        StringBuilder text = new StringBuilder();
        records.forEach(each -> text.append(new SimpleFormatter().format(each)));
        return text.toString();
    }

    @Override
    public void publish(LogRecord logged) {
        records.add(logged);
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        root.removeHandler(this);
        root.setLevel(levelBefore);
    }
}
