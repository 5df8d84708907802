using System.Numerics;

namespace EngageBot.Language.Features;

/// <summary>Counts hashed features; kept and cleared between texts, so that reading allocates nothing.</summary>
internal sealed class GramBag
{
    /// <summary>Features fall into so many buckets, as a power of two.</summary>
    public const int Bits = 19;

    public const int Buckets = 1 << Bits;

    private int[] slots = new int[2048]; // bucket + 1, or 0
    private int[] counts = new int[2048];
    private int[] used = new int[1024];

    public int Count { get; private set; }

    public (int Bucket, int Times) this[int index] => (slots[used[index]] - 1, counts[used[index]]);

    public static int BucketOf(uint hash) => (int)(Mix(hash) >> (32 - Bits));

    public void Clear()
    {
        for (var index = 0; index < Count; index++)
            slots[used[index]] = 0;
        Count = 0;
    }

    public void Add(uint hash) => Add(BucketOf(hash), 1);

    /// <summary>Counts a feature whose bucket is known.</summary>
    public void Add(int bucket, int times)
    {
        var key = bucket + 1;
        var slot = SlotOf(key);
        if (slots[slot] == key)
        {
            counts[slot] += times;
            return;
        }
        if (Count == used.Length)
        {
            Grow();
            slot = SlotOf(key);
        }
        slots[slot] = key;
        counts[slot] = times;
        used[Count++] = slot;
    }

    private int SlotOf(int key)
    {
        var mask = slots.Length - 1;
        var slot = (int)((uint)key * 2654435769u >> 8) & mask;
        while (slots[slot] != 0 && slots[slot] != key)
            slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow()
    {
        var entries = new (int Key, int Times)[Count];
        for (var index = 0; index < Count; index++)
            entries[index] = (slots[used[index]], counts[used[index]]);
        slots = new int[slots.Length * 2];
        counts = new int[slots.Length];
        used = new int[used.Length * 2];
        for (var index = 0; index < entries.Length; index++)
        {
            var slot = SlotOf(entries[index].Key);
            (slots[slot], counts[slot], used[index]) = (entries[index].Key, entries[index].Times, slot);
        }
    }

    private static uint Mix(uint hash)
    {
        hash = (hash ^ hash >> 16) * 0x85EBCA6B;
        hash = (hash ^ hash >> 13) * 0xC2B2AE35;
        return BitOperations.RotateLeft(hash ^ hash >> 16, 7);
    }
}
