namespace EngageBot.Model;

/// <summary>What a mention wants of us; when several fit, the first in this order is the one to act on.</summary>
public enum Intent
{
    /// <summary>Insults, slurs or threats at people.</summary>
    Abuse,

    /// <summary>Unsolicited promotion or junk.</summary>
    Spam,

    /// <summary>Something went wrong or disappoints.</summary>
    Complaint,

    /// <summary>Asks for practical information, help or a decision.</summary>
    Question,

    /// <summary>Wants insight: how is it made, why, who, what happens backstage.</summary>
    Curiosity,

    /// <summary>Thanks, praises, enjoyed, looks forward.</summary>
    Thanks,

    /// <summary>Talks to us in another way that a reply could keep going.</summary>
    Chat,

    /// <summary>Names us but does not talk to us.</summary>
    Aside,

    /// <summary>Nothing fits well enough to act on; a person reads it.</summary>
    Unsure,
}
