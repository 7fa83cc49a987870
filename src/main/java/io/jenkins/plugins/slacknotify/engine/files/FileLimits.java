package io.jenkins.plugins.slacknotify.engine.files;

/**
 * The sizes that files may have while they wait to be uploaded, in bytes.
 *
 * @param ofFile one file
 * @param ofJob all files of one job, so that they keep no other job from showing one
 * @param ofAll all files, which must not fill the disk of Jenkins where they cannot be sent for days
 */
public record FileLimits(long ofFile, long ofJob, long ofAll) {
    /** 20 MB for a file, 204 MB for those of a job, and 1 GB for all. */
    public static final FileLimits STANDARD = ofMegabytes(20);

    static final long MEGABYTE = 1L << 20;

    private static final int JOBS = 5;

    /** Slack's own limit for a file. */
    private static final int MAX_MEGABYTES = 1 << 10;

    /** @throws IllegalArgumentException where one file could be larger than what a job, or all of them, may show */
    public FileLimits {
        if (ofFile < 1 || ofJob < ofFile || ofAll < ofJob) {
            throw new IllegalArgumentException("No file of " + ofFile + " bytes fits into " + ofJob + " and " + ofAll);
        }
    }

    /**
     * Returns the limits where an administrator has said how large a file may be. Where a job could show no such file otherwise,
     * the other limits grow with it.
     *
     * @throws IllegalArgumentException with a sentence for the administrator, where that is no number from 1 to 1024
     */
    public static FileLimits parseMegabytes(String ofFile) {
        try {
            int megabytes = Integer.parseInt(ofFile.strip());
            if (megabytes >= 1 && megabytes <= MAX_MEGABYTES) {
                return ofMegabytes(megabytes);
            }
        } catch (NumberFormatException noNumber) {
            // As one that is out of range.
        }
        throw new IllegalArgumentException("'" + ofFile + "' is not a number of megabytes from 1 to " + MAX_MEGABYTES
                + ", which is as much as Slack takes");
    }

    private static FileLimits ofMegabytes(int megabytes) {
        long ofFile = megabytes * MEGABYTE;
        long ofAll = Math.max(1L << 30, JOBS * ofFile);
        return new FileLimits(ofFile, ofAll / JOBS, ofAll);
    }

    /** How many megabytes a file may have. */
    public long megabytes() {
        return ofFile / MEGABYTE;
    }
}
