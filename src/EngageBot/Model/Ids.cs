using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace EngageBot.Model;

/// <summary>
/// Keys that sort by the time they were made: UUIDv7 of RFC 9562 in lower case, whose 12 bits after the millisecond count
/// up, so that what one process does within a millisecond keeps its order too.
/// </summary>
public static class Ids
{
    private static readonly ConditionalWeakTable<TimeProvider, Ticks> Counters = [];

    /// <summary>A new key, greater than every one made before with this clock while the clock does not go back.</summary>
    public static string New(TimeProvider clock)
    {
        var tick = Counters.GetValue(clock, _ => new Ticks()).Next(clock.GetUtcNow().ToUnixTimeMilliseconds());
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, (tick >> 12 << 16) | 0x7000 | (tick & 0xFFF));
        RandomNumberGenerator.Fill(bytes[8..]);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>Milliseconds and a 12-bit count in one number; a count that is used up borrows from the next millisecond.</summary>
    private sealed class Ticks
    {
        private const long MostBorrowed = 1_000;
        private readonly Lock gate = new();
        private long last;

        public long Next(long milliseconds)
        {
            lock (gate)
            {
                var fresh = milliseconds << 12;
                // A clock that was set back starts anew rather than living in the future.
                var isSameMoment = last >> 12 is var before && before >= milliseconds && before - milliseconds <= MostBorrowed;
                return last = isSameMoment ? last + 1 : fresh;
            }
        }
    }
}
