namespace EngageBot.Model;

/// <summary>Why a mention stands before others that wait as long; how many follow somebody is never a reason.</summary>
public enum Urgency
{
    /// <summary>What it asks about begins today.</summary>
    Today,

    /// <summary>What it asks about begins this evening.</summary>
    Tonight,

    /// <summary>What it asks about begins tomorrow.</summary>
    Tomorrow,

    /// <summary>Something went wrong for somebody.</summary>
    Care,

    /// <summary>Its author talked with us before.</summary>
    Returning,
}
