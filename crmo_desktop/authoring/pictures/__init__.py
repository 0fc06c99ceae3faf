"""From the pictures as people write them to pictures with their figures, read out of the evidence."""
