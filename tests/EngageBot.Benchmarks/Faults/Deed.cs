using System.Globalization;

namespace EngageBot.Benchmarks.Faults;

/// <summary>Something that happens at a moment of a run, counted in real milliseconds from the opening of the desk.</summary>
internal abstract record Deed(int At)
{
    /// <summary>A follower writes: something new, a follow-up to their own mention, a plea to stop; perhaps it shows up late.</summary>
    public sealed record Say(int At, int Author, Speech Kind, int LateSeconds = 0) : Deed(At);

    /// <summary>A follower deletes one of their mentions.</summary>
    public sealed record Delete(int At, int Dice) : Deed(At);

    /// <summary>Our account answers somebody from a phone.</summary>
    public sealed record AnswerByPhone(int At, int Dice) : Deed(At);

    /// <summary>X misbehaves.</summary>
    public sealed record Strike(int At, string Route, string Kind, int Times, int? Milliseconds = null, int? Seconds = null, int? Status = null) : Deed(At);

    /// <summary>X cannot be reached at all for a while.</summary>
    public sealed record Outage(int At, int Length) : Deed(At);

    /// <summary>kill -9.</summary>
    public sealed record Kill(int At, int Replica) : Deed(At);

    /// <summary>kill -9 as soon as the next reply is public, before its answer arrives.</summary>
    public sealed record KillWhenPublic(int At) : Deed(At);

    /// <summary>Asked to end, and started again.</summary>
    public sealed record Restart(int At, int Replica) : Deed(At);

    /// <summary>Asked to end as soon as an approved reply waits for its undo window to pass, and started again.</summary>
    public sealed record RestartInWindow(int At, int Replica) : Deed(At);

    /// <summary>The sign-in runs out, and kill -9 strikes when X has renewed it and the program has not kept it yet.</summary>
    public sealed record LoseSignIn(int At) : Deed(At);

    /// <summary>The wall clock is wrong for a while.</summary>
    public sealed record Jump(int At, int Replica, int Minutes, int Length) : Deed(At);

    /// <summary>Another program locks the database.</summary>
    public sealed record Lock(int At, int Length) : Deed(At);

    /// <summary>The disk takes no more.</summary>
    public sealed record FillDisk(int At, int Length) : Deed(At);

    /// <summary>The database server ends every connection.</summary>
    public sealed record Cut(int At) : Deed(At);

    public sealed override string ToString()
    {
        var arguments = GetType().GetProperties().Where(property => property.Name is not ("At" or "EqualityContract")).Select(property => property.GetValue(this))
            .OfType<object>().Select(value => Convert.ToString(value, CultureInfo.InvariantCulture));
        return $"{At,5} ms  {GetType().Name} {string.Join(' ', arguments)}";
    }
}

/// <summary>What a follower may say.</summary>
internal enum Speech
{
    Thanks,
    Question,
    Complaint,
    Odd,
    FollowUp,
    AnswerToUs,
    Stop,
}
