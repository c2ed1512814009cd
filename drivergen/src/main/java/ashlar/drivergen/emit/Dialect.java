package ashlar.drivergen.emit;

import java.util.List;

/// How drivers are written in one language.
interface Dialect {
    /// What names the buses in a signature, in the order of the device.
    List<String> busParameters(List<String> buses);

    /// What comes before the buses' addresses in a call.
    List<String> busArguments(List<String> buses);

    String read(int bits, boolean port, String address);

    String write(int bits, boolean port, String address, String value);

    /// A number with its width.
    String number(long value, int bits);

    /// A word for which only some bits count.
    String cut(String value, int bits);

    String compare(String left, String operator, String right, int bits);

    String shiftRight(String value, String by);

    String parameter(String name, int bits);

    String local(String name, String value, int bits);

    String constant(String name, long value, int bits, String remark);

    /// @param result what is returned: NOTHING, TRUTH, STATUS or VALUE
    String function(boolean open, Result result, String name, List<String> parameters);

    String barrier(String kind);

    String begin(String name, String title, List<String> sources, List<String> errors);

    String end();

    /// What an operation gives back. VALUE: a word; where it can fail, a negative number tells why.
    enum Result { NOTHING, TRUTH, STATUS, VALUE }
}
