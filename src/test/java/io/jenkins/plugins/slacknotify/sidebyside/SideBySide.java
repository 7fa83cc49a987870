package io.jenkins.plugins.slacknotify.sidebyside;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsLab;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The main class: {@code SideBySide OTHER.hpi [PLUGIN…]}, the other plugin and what it needs that the Jenkins lacks. The
 * property {@code slacknotify.hpi} names this plugin. Prints tables in Markdown; takes about half an hour.
 */
public final class SideBySide {
    private final JenkinsLab lab;
    private final List<Contender> contenders;
    private final Map<Measurement, Map<String, Sheet>> tables = new EnumMap<>(Measurement.class);

    private final DoubleSummaryStatistics loads = new DoubleSummaryStatistics();

    private SideBySide(JenkinsLab lab, List<Contender> contenders) {
        this.lab = lab;
        this.contenders = contenders;
    }

    public static void main(String... arguments) throws IOException {
        var lab = JenkinsLab.find();
        if (arguments.length == 0 || lab.isEmpty()) {
            System.out.println("Skipped: " + (lab.isEmpty() ? JenkinsLab.HOW_TO : "no other plugin's .hpi is named"));
            return;
        }
        var files = Stream.of(arguments).map(Path::of).toList();
        var ours = Contender.of(Path.of(System.getProperty("slacknotify.hpi")), List.of());
        var other = Contender.of(files.get(0), files.subList(1, files.size()));
        new SideBySide(lab.get(), List.of(ours, other)).run();
    }

    private void run() throws IOException {
        for (var contender : contenders) {
            measure(contender);
        }
        System.out.println(conditions());
        tables.values().forEach(table -> System.out.println("\n" + Sheet.sideBySide(table)));
    }

    private void measure(Contender contender) throws IOException {
        System.err.println("Starting Jenkins with " + contender.archive() + " …");
        try (var arena = Arena.open(lab, contender)) {
            for (var measurement : Measurement.wanted()) {
                noteLoad();
                keep(measurement, contender, measurement.take(arena));
            }
        }
    }

    /** And shows it, as the rest takes its time. */
    private void keep(Measurement measurement, Contender contender, Sheet sheet) {
        var name = contender.archive().id();
        tables.computeIfAbsent(measurement, ignored -> new LinkedHashMap<>()).put(name, sheet);
        System.err.println(Sheet.sideBySide(Map.of(name, sheet)) + "\n");
    }

    private void noteLoad() {
        loads.accept(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private String conditions() {
        List<String> parts = new ArrayList<>();
        contenders.forEach(contender -> parts.add(contender.archive().toString()));
        parts.add("Jenkins " + lab.version());
        parts.add("Java " + System.getProperty("java.version"));
        parts.add(System.getProperty("os.name") + " " + System.getProperty("os.version"));
        parts.add(Runtime.getRuntime().availableProcessors() + " cores");
        parts.add("load average %.1f to %.1f".formatted(loads.getMin(), loads.getMax()));
        return LocalDate.now(ZoneOffset.UTC) + ": " + String.join(", ", parts) + ".";
    }
}
