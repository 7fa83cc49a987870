package io.jenkins.plugins.slacknotify.outbox;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** A handler that catches what a class logs from {@link Level#INFO} on, and keeps it away from the console. */
public final class LoggedRecords extends Handler implements AutoCloseable {
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final Logger logger;

    private LoggedRecords(Logger logger) {
        this.logger = logger;
    }

    public static LoggedRecords of(Class<?> type) {
        return of(type.getName());
    }

    /** @param type the name of a class that the test does not see */
    public static LoggedRecords of(String type) {
        Logger logger = Logger.getLogger(type);
        LoggedRecords records = new LoggedRecords(logger);
        logger.addHandler(records);
        logger.setUseParentHandlers(false);
        return records;
    }

    public List<String> messages() {
        return records.stream().map(LogRecord::getMessage).toList();
    }

    public List<Throwable> thrown() {
        return records.stream()
                .map(LogRecord::getThrown)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public void publish(LogRecord logged) {
        if (logged.getLevel().intValue() >= Level.INFO.intValue()) {
            records.add(logged);
        }
    }

    @Override
    public void flush() {
        // Nothing waits.
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }
}
