namespace EngageBot.Library;

/// <summary>The part of the organisation's day.</summary>
internal enum TimeOfDay
{
    /// <summary>From 5 to 12.</summary>
    Morning,

    /// <summary>From 12 to 18.</summary>
    Afternoon,

    /// <summary>From 18 to 23.</summary>
    Evening,

    /// <summary>From 23 to 5.</summary>
    Night,
}
