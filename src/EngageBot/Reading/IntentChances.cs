using EngageBot.Model;

namespace EngageBot.Reading;

/// <summary>How likely each intent is; together the chances make one.</summary>
internal sealed class IntentChances(double[] chances)
{
    /// <summary>What people taught about replies to such mentions, as log-odds; above zero they are welcome.</summary>
    public float WelcomePush { get; init; }

    public double this[Intent intent] => chances[(int)intent];

    /// <summary>The intents, likeliest first.</summary>
    public IEnumerable<Intent> Ranked => Enumerable.Range(0, chances.Length).Select(index => (Intent)index).OrderByDescending(intent => this[intent]);

    /// <summary>How likely it is that the author would be glad of an answer.</summary>
    public double Welcome => 1 - this[Intent.Abuse] - this[Intent.Spam] - this[Intent.Aside];

    /// <summary>Makes an intent less likely and the others, in their proportion, more.</summary>
    public void Lessen(Intent intent, double factor)
    {
        chances[(int)intent] *= factor;
        var sum = chances.Sum();
        for (var index = 0; index < chances.Length; index++)
            chances[index] /= sum;
    }
}
