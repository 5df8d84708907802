using EngageBot.Model;

namespace EngageBot.Reading;

/// <summary>How likely each intent is: a mention is asked for each in order of urgency, and what is left goes to the next.</summary>
internal sealed class IntentChances
{
    private readonly double[] chances = new double[(int)Intent.Unsure];

    /// <param name="steps">abuse, spam, complaint, asks, curiosity among what asks, thanks, chat rather than aside.</param>
    public IntentChances(IReadOnlyList<double> steps)
    {
        var left = 1.0;
        Take(Intent.Abuse, steps[0]);
        Take(Intent.Spam, steps[1]);
        Take(Intent.Complaint, steps[2]);
        var asks = left * steps[3];
        (chances[(int)Intent.Question], chances[(int)Intent.Curiosity]) = (asks * (1 - steps[4]), asks * steps[4]);
        left -= asks;
        Take(Intent.Thanks, steps[5]);
        Take(Intent.Chat, steps[6]);
        chances[(int)Intent.Aside] = left;

        void Take(Intent intent, double part)
        {
            chances[(int)intent] = left * part;
            left -= chances[(int)intent];
        }
    }

    /// <summary>The same, from the log-odds of the steps.</summary>
    /// <param name="welcome">What people taught about replies to such mentions, as log-odds; above zero they are welcome.</param>
    public static IntentChances OfOdds(ReadOnlySpan<float> odds, float welcome = 0)
    {
        var steps = new double[odds.Length];
        for (var step = 0; step < steps.Length; step++)
            steps[step] = 1 / (1 + Math.Exp(-odds[step]));
        return new IntentChances(steps) { WelcomePush = welcome };
    }

    public float WelcomePush { get; private init; }

    public double this[Intent intent] => chances[(int)intent];

    /// <summary>The intents, likeliest first.</summary>
    public IEnumerable<Intent> Ranked => Enumerable.Range(0, chances.Length).Select(index => (Intent)index).OrderByDescending(intent => this[intent]);

    /// <summary>Makes an intent less likely and the others, in their proportion, more.</summary>
    public void Lessen(Intent intent, double factor)
    {
        chances[(int)intent] *= factor;
        var sum = chances.Sum();
        for (var index = 0; index < chances.Length; index++)
            chances[index] /= sum;
    }
}
