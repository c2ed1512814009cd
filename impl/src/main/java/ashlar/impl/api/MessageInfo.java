package ashlar.impl.api;

import ashlar.model.word.Word;

/// The message information word: label 63..12, capsUnwrapped 11..9, extraCaps 8..7, length 6..0.
public final class MessageInfo {
    private MessageInfo() { }

    public static long length(long info) {
        return Word.bits(info, 6, 0);
    }

    /// info with another length and no capabilities.
    public static long withoutCaps(long info, long length) {
        return Word.insert(info, 11, 0, length);
    }
}
