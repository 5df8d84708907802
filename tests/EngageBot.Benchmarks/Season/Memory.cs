namespace EngageBot.Benchmarks.Season;

/// <summary>What somebody keeps in mind about us, over all talks.</summary>
internal sealed class Memory
{
    /// <summary>Every stretch of six words that we have said to them.</summary>
    public HashSet<string> Runs { get; } = new(StringComparer.Ordinal);

    /// <summary>What we have asked them.</summary>
    public HashSet<string> Questions { get; } = new(StringComparer.Ordinal);

    public DateTimeOffset GreetedAt { get; set; } = DateTimeOffset.MinValue;

    /// <summary>What annoyed them; a good reply takes half of one back.</summary>
    public double Annoyed { get; set; }

    public int GoodReplies { get; set; }

    public bool IsQuiet { get; set; }

    /// <summary>They have made up their mind to.</summary>
    public bool SaidStop { get; set; }

    /// <summary>And it can be read.</summary>
    public bool StopIsPublic { get; set; }

    public List<Promise> Promises { get; } = [];
}

/// <summary>One talk in one thread, as its follower remembers it.</summary>
internal sealed class Talk
{
    public int TheirPosts { get; set; }

    public int OurReplies { get; set; }

    public bool Greeted { get; set; }

    public bool Thanked { get; set; }

    /// <summary>They have closed it.</summary>
    public bool IsOver { get; set; }

    public bool CameBack { get; set; }
}

/// <summary>They were told that they would hear from us.</summary>
internal sealed record Promise(string Thread, string Asked, string Said, DateTimeOffset Due)
{
    public DateTimeOffset? KeptAt { get; set; }

    /// <summary>They have noticed that it was forgotten.</summary>
    public bool IsMourned { get; set; }

    public bool IsKeptInTime => KeptAt <= Due;
}
