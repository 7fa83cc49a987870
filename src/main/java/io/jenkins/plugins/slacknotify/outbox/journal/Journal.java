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
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.logging.Level;
import java.util.logging.Logger;
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
 * kept in {@link Quarantine}. All others are read, as long as each is a JSON object with a member. A segment that
 * cannot be opened stays where it is, keeps all later ones from being deleted, and can be tried again. Each segment tells which one is
 * before it, and how long that is ({@link SegmentEnd}), so it is noticed where somebody has removed one, or has put an earlier
 * state of it back; of the last one, {@link #expect} tells. Whether lines are missing, and up to where, tells {@link #lastGap}. Where somebody removes or changes the segment that grows, the lines in it are lost,
 * and those that are appended later are not.
 *
 * <p><b>Threads.</b> {@link #read}, {@link #readAll}, {@link #unreadSegments}, {@link #content}, {@link #countUnread} and {@link #oldest}
 * may be called by any thread at any time, everything else by one at a time.
 */
public final class Journal implements Closeable {
    private static final Logger LOGGER = Logger.getLogger(Journal.class.getName());

    /** A receiver of what is in the journal when it is opened. */
    @FunctionalInterface
    public interface Reader {
        /** @throws RuntimeException where it does not understand the line, which is then set aside */
        void read(LinePosition position, String json);
    }

    /** The size in bytes after which the next segment begins. A segment is a little larger than this. */
    static final int SEGMENT_SIZE = 1 << 20;

    /**
     * How often a process believes that somebody has changed the segment that grows: more than people remove files in the life of a process. A file system may tell another number or length
     * each time, as some do that are in the net.
     */
    private static final int MAX_STRAYED = 5;

    /** How many segments are deleted at a time: more than a write can make. */
    private static final int MAX_DELETED = 2;

    /** How many bytes may be of no use, in addition to as many as are of use. */
    private static final long ALLOWED_WASTE = 4L * SEGMENT_SIZE;

    /** The name of a segment. It once had the digits of the language of the process, such as those of Arabic. */
    private static final Pattern NAME = Pattern.compile("([\\p{Nd}&&[\\x00-\\uFFFF]]{8})\\.journal");

    private final Path folder;
    private final Quarantine quarantine;
    private final SegmentDisk disk;
    private final ConcurrentSkipListMap<Integer, Segment> segments = new ConcurrentSkipListMap<>();
    /** How often the file of the segment that grows was another one than before. */
    private int strayed;

    /** Whether any segment has {@linkplain Segment#hasRemains remains}. */
    private boolean hasRemains;

    private int lastNumber;
    private long bytes;
    private long bytesInUse;

    /** The place behind all that was read, where more was expected; null where it was not. */
    @CheckForNull
    private LinePosition missingEnd;

    /** The last place that was damaged; null where none was. */
    @CheckForNull
    private LinePosition lastDamage;

    @CheckForNull
    private Segment active;

    /** @param folder made when something is appended; used by this journal alone */
    public Journal(Path folder, Quarantine quarantine) {
        this(folder, quarantine, new SegmentDisk());
    }

    /** @param disk what is under the files */
    public Journal(Path folder, Quarantine quarantine, SegmentDisk disk) {
        this.folder = folder;
        this.quarantine = quarantine;
        this.disk = disk;
    }

    /**
     * Reads everything that can be read, in the order in which it was appended. Call this once, before anything else.
     *
     * @throws IOException where the folder cannot be listed
     */
    public void open(Reader reader) throws IOException {
        for (Path file : files()) {
            // Two files have one number where the language of the process, and so the digits, had changed in between.
            lastNumber = Math.max(lastNumber + 1, number(file));
            Segment segment = Segment.unread(lastNumber, file, disk);
            segments.put(lastNumber, segment);
            Optional<byte[]> content = content(segment);
            content.ifPresent(it -> replayAll(segment, it, reader));
            if (content.isEmpty()) {
                LOGGER.warning(() -> "Notifications on disk cannot be read now, and are tried again: " + file);
            }
        }
    }

    /** Returns the numbers of the segments that cannot be opened. */
    public List<Integer> unreadSegments() {
        return unread().stream().map(Segment::number).toList();
    }

    /**
     * Tries to open a segment that could not be opened before, and returns all of it: nothing, where somebody has removed it meanwhile.
     * Empty where it still cannot. A bad disk takes long.
     */
    public Optional<byte[]> content(int number) throws IOException {
        Optional<byte[]> content = Optional.ofNullable(segments.get(number)).flatMap(Journal::content);
        if (content.isEmpty() && isRemoved(number)) {
            LOGGER.warning(() -> "Somebody has removed " + folder.resolve(name(number))
                    + ", which could not be read. What waited in it is not sent");
            return Optional.of(new byte[0]);
        }
        return content;
    }

    private static Optional<byte[]> content(Segment segment) {
        try {
            return Optional.of(Disk.read(segment.file()));
        } catch (IOException e) {
            LOGGER.log(Level.FINE, e, () -> "Not read: " + segment.file());
            return Optional.empty();
        }
    }

    /**
     * Reads a segment that could not be opened before, unless it was read meanwhile.
     *
     * @param content its {@linkplain #content(int) content}
     * @param reader receives lines that are older than lines that it knows
     */
    public void readAgain(int number, byte[] content, Reader reader) {
        Segment segment = segments.get(number);
        if (segment != null && segment.isUnread()) {
            replayAll(segment, content, reader);
        }
    }

    /** Returns how many segments cannot be opened. */
    public int countUnread() {
        return unread().size();
    }

    private List<Segment> unread() {
        return segments.values().stream().filter(Segment::isUnread).toList();
    }

    /**
     * Returns the last place where a line may be missing; empty where none is. What a line before that place says may
     * be outdated.
     */
    public Optional<LinePosition> lastGap() {
        return Stream.of(
                        Stream.ofNullable(lastDamage),
                        Stream.ofNullable(missingEnd),
                        segments.values().stream()
                                .filter(segment -> segment.isUnread() || lacksPreceding(segment))
                                .map(segment -> new LinePosition(segment.number(), 0, 0)))
                .flatMap(gaps -> gaps)
                .max(Comparator.naturalOrder());
    }

    /** Returns whether lines are missing before a segment. */
    private boolean lacksPreceding(Segment segment) {
        SegmentEnd before = segment.preceding();
        return before != null
                && lacks(before, segments.headMap(segment.number()).values());
    }

    /** Returns whether a segment is missing, or a part of it. One that is of no use is deleted after all that are older. */
    private static boolean lacks(SegmentEnd end, Collection<Segment> until) {
        return !until.isEmpty()
                && until.stream().noneMatch(it -> it.isOf(end) && (it.isUnread() || it.size() >= end.size()));
    }

    /**
     * Says where the journal ended when it was left, to be called after {@link #open}. Where it does not go so far, lines are missing at
     * its end.
     *
     * @param end of some earlier time, as a journal only grows
     */
    public void expect(SegmentEnd end) {
        Path file = folder.resolve(end.file());
        List<Segment> until = segments.values().stream()
                .filter(segment -> number(segment.file()) <= number(file))
                .toList();
        missingEnd = lacks(end, until) ? new LinePosition(lastNumber + 1, 0, 0) : null;
    }

    /** Returns where the journal ends; empty where there is nothing in it. */
    public Optional<SegmentEnd> end() {
        return segments.descendingMap().values().stream()
                .filter(segment -> segment.size() > 0 || segment.isUnread())
                .findFirst()
                .map(segment -> new SegmentEnd(segment.file().toFile().getName(), segment.size()));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> NAME.matcher(path.toFile().getName()).matches())
                    .sorted(Comparator.comparing(Journal::number).thenComparing(Comparator.naturalOrder()))
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

    private static String name(int number) {
        return String.format(Locale.ROOT, "%08d.journal", number);
    }

    /** Replays all lines of a segment. Until that has succeeded, the segment counts as unread and keeps its lines. */
    private void replayAll(Segment segment, byte[] content, Reader reader) {
        bytes += content.length - segment.size();
        segment.setSize(content.length);
        replay(segment, content, reader);
        segment.setRead();
        if (content.length == 0) {
            // What a failed write on a full disk has left. It holds nothing, so it may go before older ones.
            discard(segment);
        }
    }

    private void replay(Segment segment, byte[] content, Reader reader) {
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        int offset = 0;
        while (offset < content.length) {
            int length = Frame.lengthAt(content, offset);
            LinePosition position = new LinePosition(segment.number(), offset, length);
            boolean read = length > 0
                    && (isAboutPreceding(segment, position, content) || read(segment, position, content, reader));
            int next = length > 0 ? offset + length : Frame.nextCandidate(content, offset);
            if (!read) {
                damaged.write(content, offset, next - offset);
                lastDamage = lastDamage == null || lastDamage.isBefore(position) ? position : lastDamage;
            }
            offset = next;
        }
        if (damaged.size() > 0) {
            keep(segment, damaged.toByteArray());
        }
    }

    private static boolean isAboutPreceding(Segment segment, LinePosition position, byte[] content) {
        if (position.offset() > 0) {
            return false;
        }
        segment.setPreceding(
                SegmentEnd.read(Frame.json(content, 0, position.length())).orElse(null));
        return segment.preceding() != null;
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
            segment.setUnsaved(null);
        } catch (IOException e) {
            segment.setUnsaved(damaged);
            Quarantine.reportLeft(segment.file(), e);
        }
    }

    /**
     * Appends lines, all of them or none, and forces them to disk. They are in use until {@link #release}.
     *
     * @return where each of them stands
     * @throws IOException where that failed; none of them is read again then, unless the disk refuses to forget them: see
     *     {@link #hasRemains}
     */
    public List<LinePosition> append(List<String> jsons) throws IOException {
        if (jsons.isEmpty()) {
            return List.of();
        }
        cutRemains();
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        Segment segment = segmentToGrow();
        List<LinePosition> positions = new ArrayList<>(jsons.size());
        SegmentEnd before = segment.size() == 0 ? segment.preceding() : null;
        if (before != null) {
            frames.writeBytes(Frame.of(before.toJson()));
        }
        for (String json : jsons) {
            byte[] frame = Frame.of(json);
            positions.add(new LinePosition(segment.number(), segment.size() + frames.size(), frame.length));
            frames.writeBytes(frame);
        }
        try {
            segment.append(frames.toByteArray());
        } catch (IOException | RuntimeException | Error e) {
            active = null;
            hasRemains |= segment.hasRemains();
            discardIfEmpty(segment);
            throw e;
        }
        bytes += frames.size();
        positions.forEach(position -> use(segment, position));
        return positions;
    }

    /**
     * Returns whether the next process may read lines that could not be appended, because the disk neither took them nor forgot them. That
     * it forgets them is tried again before anything else is appended.
     */
    public boolean hasRemains() {
        return hasRemains;
    }

    /** Cuts off the remains of a line. If that fails, the journal goes on to append. */
    private void cutRemains() {
        if (!hasRemains) {
            return;
        }
        for (Segment segment : segments.values()) {
            try {
                segment.cutRemains();
            } catch (IOException e) {
                LOGGER.log(Level.FINE, e, () -> "Still at its end is what could not be written: " + segment.file());
            }
        }
        hasRemains = segments.values().stream().anyMatch(Segment::hasRemains);
    }

    /** Returns whether lines may be lost, as somebody has removed or changed the segment that grew: what earlier ones say may be outdated. */
    public boolean mayHaveLost() {
        return strayed > 0;
    }

    private Segment segmentToGrow() throws IOException {
        Segment open = active;
        if (open != null && open.size() < SEGMENT_SIZE) {
            if (strayed == MAX_STRAYED || open.isInPlace()) {
                return open;
            }
            strayed++;
            LOGGER.severe(() -> "Somebody has removed or changed " + open.file()
                    + ". Notifications that wait in it cannot be sent, as far as they are gone");
        }
        close();
        Disk.createFolders(folder);
        // Counted even where it fails: no number is used twice.
        lastNumber++;
        Segment segment = Segment.create(lastNumber, folder.resolve(name(lastNumber)), disk);
        segment.setPreceding(end().orElse(null));
        segments.put(segment.number(), segment);
        try {
            Disk.force(folder);
        } catch (IOException e) {
            segment.close();
            discardIfEmpty(segment);
            throw e;
        }
        active = segment;
        return segment;
    }

    /** Deletes what a failed write leaves, of which a full disk would otherwise collect any number. */
    private void discardIfEmpty(Segment segment) {
        if (segment.size() == 0) {
            discard(segment);
        }
    }

    private void discard(Segment empty) {
        try {
            Disk.delete(empty.file());
        } catch (IOException e) {
            LOGGER.log(Level.FINE, e, () -> "An empty file is left: " + empty.file());
            if (empty.hasRemains()) {
                return;
            }
        }
        segments.remove(empty.number());
    }

    private void use(Segment segment, LinePosition position) {
        segment.refer(1);
        bytesInUse += position.length();
    }

    /** Notes that nothing refers to a line any more. */
    public void release(LinePosition position) {
        segments.get(position.segment()).refer(-1);
        bytesInUse -= position.length();
    }

    /**
     * Deletes the oldest segments, as far as nothing in them is of use, and no more than {@value #MAX_DELETED}. Call this after each write.
     * One is gone for good before the next one goes: where a hundred are of no use at once, nobody waits for all of that.
     */
    public void deleteSpent() throws IOException {
        int deleted = 0;
        for (Segment oldest : segments.values()) {
            if (oldest == active || !oldest.isSpent() || deleted == MAX_DELETED) {
                return;
            }
            Disk.delete(oldest.file());
            segments.remove(oldest.number());
            bytes -= oldest.size();
            deleted++;
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
     * Reads a line that was appended or read before.
     *
     * @throws DamagedLineException where its segment can be read, and does not have it any more
     * @throws IOException where its segment cannot be read, or was deleted
     */
    public String read(LinePosition position) throws IOException {
        Segment segment = segment(position.segment());
        byte[] frame = segment.read(position.offset(), position.length());
        if (frame.length == 0 || Frame.lengthAt(frame, 0) != position.length()) {
            throw new DamagedLineException("Damaged at byte " + position.offset() + ": " + segment.file());
        }
        return Frame.json(frame, 0, position.length());
    }

    /**
     * Reads lines of one segment again, all with one access to the disk.
     *
     * @return the lines in the order of the positions; null for one that is damaged
     * @throws IOException where the segment cannot be read, or was deleted
     */
    public List<String> readAll(int number, List<LinePosition> positions) throws IOException {
        byte[] content = Disk.read(segment(number).file());
        List<String> lines = new ArrayList<>(positions.size());
        for (LinePosition position : positions) {
            boolean intact = position.offset() < content.length
                    && Frame.lengthAt(content, position.offset()) == position.length();
            lines.add(intact ? Frame.json(content, position.offset(), position.length()) : null);
        }
        return lines;
    }

    /**
     * Returns whether the file of a segment is gone, and others are there: then somebody has removed it. A folder that shows none at all may be
     * that of a disk which is away.
     */
    public boolean isRemoved(int number) throws IOException {
        @CheckForNull Segment segment = segments.get(number);
        List<Path> files = files();
        return segment != null && !files.isEmpty() && !files.contains(segment.file());
    }

    private Segment segment(int number) throws IOException {
        Segment segment = segments.get(number);
        if (segment == null) {
            throw new IOException("Segment " + number + " was deleted");
        }
        return segment;
    }

    /**
     * Keeps a copy of a line that was damaged after it had been read, as far as it is there, so that its segment can be
     * deleted. Of a segment that somebody has removed nothing is there.
     *
     * @throws IOException where it could not be kept
     */
    public void setAside(LinePosition position) throws IOException {
        if (isRemoved(position.segment())) {
            return;
        }
        Segment segment = segment(position.segment());
        byte[] content = Disk.read(segment.file());
        int end = Math.min(content.length, position.offset() + position.length());
        byte[] line = Arrays.copyOfRange(content, Math.min(position.offset(), end), end);
        quarantine.copy(segment.file().toFile().getName() + "." + Frame.fingerprint(line), line);
    }

    /** Tries again to keep a copy of what was damaged in a segment when it was opened, if that failed then. */
    public void setAsideAgain(int number) throws IOException {
        Segment segment = segment(number);
        byte[] damaged = segment.unsaved();
        if (damaged != null) {
            keep(segment, damaged);
        }
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
