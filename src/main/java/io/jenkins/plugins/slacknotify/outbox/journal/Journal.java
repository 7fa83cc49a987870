package io.jenkins.plugins.slacknotify.outbox.journal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.disk.Disk;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A log of JSON lines, in a folder of numbered files ("segments").
 *
 * <p>A line is on disk when {@link #append} returns, and is never changed. Whoever appends it says later that it is of
 * no more use. A segment in which no line is of use is deleted, but never before all that are older. So a line never
 * outlives a later line about the same thing. {@link #oldest} helps to empty a segment: what is of use in it is
 * appended again.
 *
 * <p>A crash at any byte costs no more than what was just being appended. Damage costs the lines that it hits; they are
 * kept in {@link Quarantine}. All others are read, as long as each is a JSON object with a member.
 *
 * <p><b>Threads.</b> {@link #read} and {@link #oldest} may be called by any thread at any time, everything else by one
 * at a time.
 */
public final class Journal implements Closeable {
    /** A receiver of what is in the journal when it is opened. */
    @FunctionalInterface
    public interface Reader {
        /** @throws RuntimeException where it does not understand the line, which is then set aside */
        void read(LinePosition position, String json);
    }

    /** The size in bytes after which the next segment begins. A segment is a little larger than this. */
    static final int SEGMENT_SIZE = 1 << 20;

    /** How many bytes may be of no use, in addition to as many as are of use. */
    private static final long ALLOWED_WASTE = 4L * SEGMENT_SIZE;

    private static final Pattern NAME = Pattern.compile("(\\d{8})\\.journal");

    private final Path folder;
    private final Quarantine quarantine;
    private final ConcurrentSkipListMap<Integer, Segment> segments = new ConcurrentSkipListMap<>();
    private int lastNumber;
    private long bytes;
    private long bytesInUse;

    @CheckForNull
    private Segment active;

    /** @param folder made when something is appended; used by this journal alone */
    public Journal(Path folder, Quarantine quarantine) {
        this.folder = folder;
        this.quarantine = quarantine;
    }

    /**
     * Reads everything, in the order in which it was appended. Call this once, before anything else.
     *
     * @throws IOException where the folder cannot be listed; what can be read of a journal with damage is read
     */
    public void open(Reader reader) throws IOException {
        for (Path file : files()) {
            int number = number(file);
            lastNumber = Math.max(lastNumber, number);
            try {
                replay(number, file, Disk.read(file), reader);
            } catch (IOException e) {
                quarantine.move(file, e);
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> NAME.matcher(path.toFile().getName()).matches())
                    .sorted(Comparator.comparing(Journal::number))
                    .toList();
        } catch (NoSuchFileException nothingYet) {
            // Files.notExists says on Java 25, unlike 17, that a folder is missing where a file stands in its parent's
            // place.
            return List.of();
        }
    }

    private static int number(Path file) {
        Matcher name = NAME.matcher(file.toFile().getName());
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }

    private void replay(int number, Path file, byte[] content, Reader reader) {
        Segment segment = Segment.ofEarlierProcess(number, file, content.length);
        segments.put(number, segment);
        bytes += content.length;
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        int offset = 0;
        while (offset < content.length) {
            int length = Frame.lengthAt(content, offset);
            boolean read = length > 0 && read(segment, new LinePosition(number, offset, length), content, reader);
            int next = length > 0 ? offset + length : Frame.nextCandidate(content, offset);
            if (!read) {
                damaged.write(content, offset, next - offset);
            }
            offset = next;
        }
        if (damaged.size() > 0) {
            keep(segment, damaged.toByteArray());
        }
    }

    private boolean read(Segment segment, LinePosition position, byte[] content, Reader reader) {
        use(segment, position);
        try {
            reader.read(position, Frame.json(content, position.offset(), position.length()));
            return true;
        } catch (RuntimeException notUnderstood) {
            release(position);
            return false;
        }
    }

    private void keep(Segment segment, byte[] damaged) {
        try {
            quarantine.copy(segment.file().toFile().getName() + "." + Frame.fingerprint(damaged), damaged);
        } catch (IOException e) {
            segment.pin();
            quarantine.reportLeft(segment.file(), e);
        }
    }

    /**
     * Appends lines, all of them or none, and forces them to disk. They are in use until {@link #release}.
     *
     * @return where each of them stands
     * @throws IOException where that failed; none of them is read again then, unless the disk refuses to forget them
     */
    public List<LinePosition> append(List<String> jsons) throws IOException {
        if (jsons.isEmpty()) {
            return List.of();
        }
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        Segment segment = segmentToGrow();
        List<LinePosition> positions = new ArrayList<>(jsons.size());
        for (String json : jsons) {
            byte[] frame = Frame.of(json);
            positions.add(new LinePosition(segment.number(), segment.size() + frames.size(), frame.length));
            frames.writeBytes(frame);
        }
        try {
            segment.append(frames.toByteArray());
        } catch (IOException e) {
            active = null;
            throw e;
        }
        bytes += frames.size();
        positions.forEach(position -> use(segment, position));
        return positions;
    }

    private Segment segmentToGrow() throws IOException {
        if (active != null && active.size() < SEGMENT_SIZE) {
            return active;
        }
        close();
        Files.createDirectories(folder);
        // Counted even where it fails: no number is used twice.
        lastNumber++;
        Segment segment = Segment.create(lastNumber, folder.resolve("%08d.journal".formatted(lastNumber)));
        segments.put(segment.number(), segment);
        Disk.force(folder);
        active = segment;
        return segment;
    }

    private void use(Segment segment, LinePosition position) {
        segment.refer(1);
        bytesInUse += position.length();
    }

    /** Releases a line that is of no more use. */
    public void release(LinePosition position) {
        segments.get(position.segment()).refer(-1);
        bytesInUse -= position.length();
    }

    /** Deletes the oldest segments, as far as nothing in them is of use. */
    public void deleteSpent() throws IOException {
        boolean deleted = false;
        for (Segment oldest : segments.values()) {
            if (oldest == active || !oldest.isSpent()) {
                break;
            }
            Files.deleteIfExists(oldest.file());
            segments.remove(oldest.number());
            bytes -= oldest.size();
            deleted = true;
        }
        if (deleted) {
            Disk.force(folder);
        }
    }

    /** Returns whether so much is of no use that the {@linkplain #oldest oldest} segment should be emptied. */
    public boolean isWasteful() {
        return bytes > 2 * bytesInUse + ALLOWED_WASTE;
    }

    /** Returns the number of the oldest segment; 0 where there is none. */
    public int oldest() {
        Map.Entry<Integer, Segment> first = segments.firstEntry();
        return first == null ? 0 : first.getKey();
    }

    /**
     * Reads a line again.
     *
     * @throws IOException where it is damaged, or its segment was deleted
     */
    public String read(LinePosition position) throws IOException {
        Segment segment = segments.get(position.segment());
        if (segment == null) {
            throw new IOException("Segment " + position.segment() + " was deleted");
        }
        byte[] frame = segment.read(position.offset(), position.length());
        if (Frame.lengthAt(frame, 0) != position.length()) {
            throw new IOException("Damaged at byte " + position.offset() + ": " + segment.file());
        }
        return Frame.json(frame, 0, position.length());
    }

    /** Closes the file that is appended to. What is appended afterwards goes to a new one. */
    @Override
    public void close() throws IOException {
        if (active != null) {
            Segment old = active;
            active = null;
            old.close();
        }
    }
}
