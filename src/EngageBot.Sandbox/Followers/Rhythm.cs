namespace EngageBot.Sandbox.Followers;

/// <summary>The pauses of real life: a flurry when the curtain falls, then nothing for half an hour.</summary>
internal static class Rhythm
{
    public static TimeSpan BeforeAPost(Dice dice) => TimeSpan.FromSeconds(dice.Unit() switch
    {
        < 0.45 => Between(dice, 3, 45),
        < 0.85 => 20 - (240 * Math.Log(1 - dice.Unit())),
        < 0.98 => Between(dice, 600, 2400),
        _ => Between(dice, 3600, 10800),
    });

    /// <summary>Half answer within a minute and a half, a few only after the washing-up.</summary>
    public static TimeSpan BeforeAnAnswer(Dice dice)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - dice.Unit())) * Math.Cos(2 * Math.PI * dice.Unit());
        return TimeSpan.FromSeconds(Math.Clamp(90 * Math.Exp(normal), 8, 7200));
    }

    private static double Between(Dice dice, double low, double high) => low + ((high - low) * dice.Unit());
}
