package io.jenkins.plugins.slacknotify.engine;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The resources of this process at one moment, garbage left out.
 *
 * @param heap in bytes
 * @param handles open files and sockets; 0 where the operating system does not tell
 * @param disk bytes of all files of a folder
 */
public record Footprint(long heap, long threads, long handles, long disk) {
    /** How much more than at first may be taken up later: a tenth, because what is measured goes up and down by itself. */
    private static final double TOLERANCE = 1.1;

    public static Footprint now(Path folder) throws IOException {
        // Twice, because what the first has found to be finalised is freed by the second only.
        System.gc();
        System.gc();
        return new Footprint(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                openHandles(),
                bytes(folder));
    }

    /** Whether a quantity does not grow from the first third of the samples to the last, each by its median. */
    public static boolean isFlat(List<Footprint> samples, ToLongFunction<Footprint> quantity) {
        return isFlat(samples, quantity, 0);
    }

    /** @param byChance how much more of it says nothing */
    public static boolean isFlat(List<Footprint> samples, ToLongFunction<Footprint> quantity, long byChance) {
        int third = samples.size() / 3;
        long first = median(samples.subList(0, third), quantity);
        long last = median(samples.subList(samples.size() - third, samples.size()), quantity);
        return last <= first * TOLERANCE + byChance;
    }

    /** Returns how many objects of a class are in use, after a garbage collection. */
    public static long reachable(Class<?> type) throws JMException {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return histogram
                .lines()
                .map(line -> line.trim().split("\\s+"))
                .filter(columns -> columns.length > 3 && columns[3].equals(type.getName()))
                .mapToLong(columns -> Long.parseLong(columns[1]))
                .sum();
    }

    /** Returns how many threads there are of each name, where names differ by more than their numbers. */
    public static Map<String, Long> threadsByName() {
        return Thread.getAllStackTraces().keySet().stream()
                .collect(Collectors.groupingBy(
                        thread -> thread.getName().replaceAll("\\d+", "#"), TreeMap::new, Collectors.counting()));
    }

    private static long median(List<Footprint> samples, ToLongFunction<Footprint> quantity) {
        long[] sorted = samples.stream().mapToLong(quantity).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static long openHandles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.mapToLong(path -> path.toFile().length()).sum();
        }
    }
}
