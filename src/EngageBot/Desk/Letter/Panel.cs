namespace EngageBot.Desk.Letter;

/// <summary>Which question lies open below the letter.</summary>
public enum Panel
{
    /// <summary>None.</summary>
    None,

    /// <summary>Why to let it be.</summary>
    LetBe,

    /// <summary>Why to post it although it reads like an advert.</summary>
    Reason,

    /// <summary>Until when to put it aside.</summary>
    Snooze,

    /// <summary>What it wants.</summary>
    Wants,

    /// <summary>Who looks after it.</summary>
    Assign,

    /// <summary>What colleagues should know.</summary>
    Note,

    /// <summary>Who knows it.</summary>
    Maker,
}
